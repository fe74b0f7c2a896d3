using Assistant.Core.Audit;
using Assistant.Web.Review.Case;
using Bunit;

namespace Assistant.Web.Tests.Review.Case;

public sealed class DecisionFormTests : BunitContext
{
    private DecisionEntry? decided;

    [Fact]
    public void Submit_ChoiceAndNote_HandsBothOn()
    {
        var form = Form();

        form.FindAll("input[type=radio]")[2].Change(true);
        form.Find("textarea").Input("Names a customer.");
        form.Find("form").Submit();

        decided.ShouldBe(new DecisionEntry(ReviewDisposition.Violation, "Names a customer."));
        form.Find("textarea").GetAttribute("value").ShouldBe("");
    }

    [Fact]
    public void Submit_Refused_KeepsWhatWasTyped()
    {
        var form = Form(problem: "Choose what you found.");

        form.Find("textarea").Input("Names a customer.");
        form.Find("form").Submit();

        form.Find("textarea").GetAttribute("value").ShouldBe("Names a customer.");
        form.Find("[role=alert]").TextContent.ShouldBe("Choose what you found.");
    }

    [Fact]
    public void KeyDown_ControlEnter_Records()
    {
        var form = Form();

        form.Find("textarea").KeyDown(new Microsoft.AspNetCore.Components.Web.KeyboardEventArgs { Key = "Enter", CtrlKey = true });

        decided.ShouldNotBeNull();
    }

    [Fact]
    public void KeyDown_EnterAlone_RecordsNothing()
    {
        var form = Form();

        form.Find("textarea").KeyDown(new Microsoft.AspNetCore.Components.Web.KeyboardEventArgs { Key = "Enter" });

        decided.ShouldBeNull();
    }

    private IRenderedComponent<DecisionForm> Form(string? problem = null) =>
        Render<DecisionForm>(p => p.Add(f => f.OnDecide, entry =>
        {
            decided = entry;
            return Task.FromResult(problem);
        }));
}
