using Assistant.Web.Admin;
using Bunit;

namespace Assistant.Web.Tests.Admin;

public sealed class GroupPickerTests : BunitContext
{
    private IReadOnlyList<string> selected = ["managers"];

    [Fact]
    public void Toggle_AChip_AddsAndRemovesItsGroup()
    {
        var picker = Picker();

        picker.FindAll("input[type=checkbox]")[0].Change(true);
        selected.ShouldBe(["hr-team", "managers"]);

        picker.Render(p => p.Add(g => g.Selected, selected));
        picker.FindAll("input[type=checkbox]")[1].Change(false);
        selected.ShouldBe(["hr-team"]);
    }

    [Fact]
    public void Add_NewGroup_IsOfferedAndChosen()
    {
        var picker = Picker();

        picker.Find("input:not([type])").Input("Night Shift");
        picker.Find("button").Click();

        selected.ShouldBe(["managers", "night-shift"]);
        picker.FindAll(".chip").Select(c => c.TextContent.Trim()).ShouldContain("night-shift");
    }

    [Fact]
    public void Add_NoName_SaysWhatANameIs()
    {
        var picker = Picker();

        picker.Find("input:not([type])").Input("everyone");
        picker.Find("button").Click();

        selected.ShouldBe(["managers"]);
        picker.Find("[role=alert]").TextContent.ShouldContain("letters, digits");
    }

    private IRenderedComponent<GroupPicker> Picker() => Render<GroupPicker>(p => p
        .Add(g => g.Legend, "Groups")
        .Add(g => g.Known, ["hr-team", "managers"])
        .Add(g => g.Selected, selected)
        .Add(g => g.SelectedChanged, groups => selected = groups));
}
