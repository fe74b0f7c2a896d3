using Assistant.Core.Access;
using Assistant.Core.Answers;
using Assistant.Core.Conversations;
using Assistant.Core.Documents;
using Assistant.Web.Chat.Conversations;
using Assistant.Web.Chat.Rendering;
using Assistant.Web.Chat.Sources;
using Bunit;

namespace Assistant.Web.Tests.Chat.Sources;

public sealed class SourcePanelTests : IAsyncDisposable
{
    private readonly ChatContext context = new();

    public ValueTask DisposeAsync() => context.DisposeAsync();

    [Fact]
    public void Open_ReadableSource_MarksTheQuoteAndOffersTheFile()
    {
        var version = context.Documents.Add("Leave Policy", [AccessScope.Everyone], Text("You get thirty days. Ask your manager.")).Single();

        var panel = Open(Samples.Citation(1, version, 0, 38));

        panel.WaitForElement("mark:not(.passage)").TextContent.ShouldBe("You get thirty days.");
        panel.Find("mark.passage").TextContent.ShouldBe(" Ask your manager.");
        panel.Find("a[download]").GetAttribute("href").ShouldBe($"/api/documents/{version}/file");
        panel.Find("h2").TextContent.ShouldBe("Leave Policy");
    }

    [Fact]
    public void Open_ForbiddenAndMissingSource_LookTheSame()
    {
        var forbidden = context.Documents.Add("Secret plan", ["hr-team"], Text("You get thirty days.")).Single();

        var withdrawn = Open(Samples.Citation(1, forbidden, 0, 20));
        var deleted = Open(Samples.Citation(1, Guid.CreateVersion7(), 0, 20));
        withdrawn.WaitForElement(".empty");
        deleted.WaitForElement(".empty");

        withdrawn.Find(".source-body").InnerHtml.ShouldBe(deleted.Find(".source-body").InnerHtml);
        withdrawn.Find(".source-head").TextContent.ShouldBe(deleted.Find(".source-head").TextContent);
        withdrawn.FindAll("a").ShouldBeEmpty();
    }

    [Fact]
    public void ShowMore_AfterAccessWasWithdrawn_ShowsNothingMore()
    {
        var version = context.Documents.Add("Leave Policy", [AccessScope.Everyone], Text("You get thirty days." + new string('x', 20_000))).Single();
        var panel = Open(Samples.Citation(1, version, 0, 20));
        panel.WaitForElement("mark");

        context.Documents.SetLabels("Leave Policy", "hr-team");
        panel.Find(".source-body button").Click();

        panel.WaitForElement(".empty h3").TextContent.ShouldBe("This source is not available any more");
        panel.Markup.ShouldNotContain("xxx");
    }

    [Fact]
    public void Open_ReplacedVersion_SaysWhichIsCurrent()
    {
        var versions = context.Documents.Add("Leave Policy", [AccessScope.Everyone], Text("You get 28 days."), Text("You get thirty days."));

        Open(Samples.Citation(1, versions[0], 0, 16)).WaitForElement(".notice").TextContent.ShouldContain("Version 2 is the current one");
    }

    [Fact]
    public void Next_OfTwoSources_AsksForTheOther()
    {
        Citation? moved = null;
        var (first, second) = (Samples.Citation(1), Samples.Citation(2));
        var panel = context.Render<SourcePanel>(p => p.Add(s => s.Turn, Turn(first, second)).Add(s => s.Citation, first).Add(s => s.OnMove, c => moved = c));

        panel.WaitForElement("[aria-label='Next source']").Click();

        moved.ShouldBe(second);
        panel.Find("[aria-label='Previous source']").HasAttribute("disabled").ShouldBeTrue();
    }

    private IRenderedComponent<SourcePanel> Open(Citation citation) =>
        context.Render<SourcePanel>(p => p.Add(s => s.Turn, Turn(citation)).Add(s => s.Citation, citation));

    private static TurnView Turn(params Citation[] citations) =>
        new(new Turn(Guid.CreateVersion7(), "How many?", DateTimeOffset.UnixEpoch, null, Samples.Answer("You get thirty days [1].", citations), null), new AnswerMarkdown());

    private static ExtractedDocument Text(string text) => new(null, text, [new TextBlock(BlockKind.Paragraph, 0, text.Length)]);
}
