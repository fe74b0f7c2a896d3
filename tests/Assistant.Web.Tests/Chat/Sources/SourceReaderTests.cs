using Assistant.Core.Access;
using Assistant.Core.Documents;
using Assistant.Text.Sentences;
using Assistant.Web.Chat.Sources;
using Assistant.Web.Tests.Chat.Doubles;

namespace Assistant.Web.Tests.Chat.Sources;

public sealed class SourceReaderTests
{
    private readonly FakeDocuments documents = new();

    [Fact]
    public async Task OpenAsync_CurrentVersion_ShowsItsPassage()
    {
        var version = documents.Add("Leave Policy", [AccessScope.Everyone], Text("Thirty days.")).Single();

        var source = (await OpenAsync(version)).ShouldNotBeNull();

        source.Title.ShouldBe("Leave Policy");
        source.NewerVersion.ShouldBeNull();
        source.Excerpt.Sections[0][0].Cells[0][0].ShouldBe(new SourceRun("Thirty days.", SourceEmphasis.Quote));
    }

    [Fact]
    public async Task OpenAsync_ReplacedVersion_ShowsItAndNamesTheNewerOne()
    {
        var versions = documents.Add("Leave Policy", [AccessScope.Everyone], Text("Twenty-eight days."), Text("Thirty days."));

        var source = (await OpenAsync(versions[0])).ShouldNotBeNull();

        source.Version.Number.ShouldBe(1);
        source.NewerVersion.ShouldBe(2);
        source.Excerpt.Sections[0][0].Cells[0][0].Text.ShouldBe("Twenty-eight days.");
    }

    [Fact]
    public async Task OpenAsync_AccessWithdrawnMeanwhile_ShowsNothing()
    {
        var version = documents.Add("Leave Policy", ["engineering"], Text("Thirty days.")).Single();
        (await OpenAsync(version)).ShouldNotBeNull();

        documents.SetLabels("Leave Policy", "hr-team");

        (await OpenAsync(version)).ShouldBeNull();
    }

    [Fact]
    public async Task OpenAsync_DeletedDocument_LooksLikeAForbiddenOne() => (await OpenAsync(Guid.CreateVersion7())).ShouldBeNull();

    private static ExtractedDocument Text(string text) => new(null, text, [new TextBlock(BlockKind.Paragraph, 0, text.Length)]);

    private Task<OpenSource?> OpenAsync(Guid version) =>
        new SourceReader(documents, new QuoteFinder(new SentenceSplitter())).OpenAsync(Samples.Anna, Samples.Citation(1, version, 0, 1000), "Thirty days [1].", SourceReach.Initial, TestContext.Current.CancellationToken);
}
