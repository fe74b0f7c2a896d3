using Assistant.Web.Review;
using Assistant.Web.Review.Case;
using Assistant.Web.Tests.Admin;
using Assistant.Web.Tests.Hosting;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Web.Tests.Review.Case;

public sealed class ReviewCasePageTests(WebHost host) : BunitContext
{
    [Fact]
    public async Task Render_Auditor_ReadsEverythingAndHasNoForm()
    {
        var id = await Traces.FlagAsync(host);
        await using var circuit = await Desk.OfAsync(host, "elena@halden.example");

        var page = Open(circuit, id);

        page.Find("#trace-units").ShouldNotBeNull();
        page.FindAll("form").ShouldBeEmpty();
        page.Find(".case-side").TextContent.ShouldContain("Reviewers record the decisions");
    }

    [Fact]
    public async Task Decide_Reviewer_SeesTheDecisionInTheHistory()
    {
        var id = await Traces.FlagAsync(host);
        await using var circuit = await Desk.OfAsync(host, "dario@halden.example");
        var page = Open(circuit, id);

        page.Find("form").Submit();
        page.WaitForAssertion(() => page.Find("form [role=alert]").TextContent.ShouldBe("Choose what you found."));
        page.FindAll("input[type=radio]")[1].Change(true);
        page.Find("textarea").Input("The source is old.");
        page.Find("form").Submit();

        page.WaitForAssertion(() => page.Find(".decisions").TextContent.ShouldContain("The source is old."));
        page.WaitForAssertion(() => page.Find("textarea").GetAttribute("value").ShouldBe(""));
        page.Find(".decisions").TextContent.ShouldContain("Needs correction");
    }

    [Fact]
    public async Task Render_UnknownCase_SaysSo()
    {
        await using var circuit = await Desk.OfAsync(host, "dario@halden.example");

        this.UseApplication(host);
        Services.AddSingleton(circuit.Get<ReviewDesk>());
        var page = Render<ReviewCasePage>(p => p.Add(c => c.CaseId, Guid.NewGuid()));

        page.WaitForAssertion(() => page.Find("h1").TextContent.ShouldBe("This case does not exist"));
    }

    private IRenderedComponent<ReviewCasePage> Open(Desk circuit, Guid id)
    {
        this.UseApplication(host);
        Services.AddSingleton(circuit.Get<ReviewDesk>());
        var page = Render<ReviewCasePage>(p => p.Add(c => c.CaseId, id));
        page.WaitForElement(".trace");
        return page;
    }
}
