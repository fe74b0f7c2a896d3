using System.Text;
using Assistant.Core.Documents;
using Assistant.Core.Jobs;
using Assistant.Core.Retrieval;
using Assistant.Ingestion.Intake;
using Assistant.Ingestion.Removal;
using Assistant.Ingestion.Tests.Doubles;

namespace Assistant.Ingestion.Tests.Pipeline;

/// <summary>Documents on their way from the upload to the index, with everything real.</summary>
public sealed class IngestionWorkerTests : IDisposable
{
    private static readonly IntakeRequest Request = new("allowance.md", "hr", ["everyone"], Classification.Internal, "Clara Weiss");
    private static readonly byte[] Content = Encoding.UTF8.GetBytes(
        "# Equipment allowance\n\n" + string.Concat(Enumerable.Range(1, 12).Select(i => $"## Item {i}\n\n{string.Concat(Enumerable.Repeat($"The allowance for item {i} is {i * 10} EUR. ", 12))}\n\n")));

    private readonly TempFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Work_AcceptedDocument_BecomesReadyAndIsFoundByWhoMayReadIt()
    {
        await using var app = await IngestionApplication.StartAsync(folder.Path);

        var version = await app.IngestAsync(Request with { Labels = ["hr-team"] }, Content);

        version.State.ShouldBe(DocumentState.Ready);
        version.IsCurrent.ShouldBeTrue();
        version.Passages.ShouldBeGreaterThan(5);
        var found = await app.SearchAsync("allowance", "hr-team");
        found.Count.ShouldBe(version.Passages);
        found.ShouldContain(p => p.HeadingPath.Contains("Item 7") && p.Text.Contains("70 EUR", StringComparison.Ordinal));
        (await app.SearchAsync("allowance", "it-team")).ShouldBeEmpty();
        var text = await app.Get<IDocumentStore>().ReadTextAsync(version.Id, Cancellation);
        found.ShouldAllBe(p => text!.Text.Substring(p.Start, p.Text.Length) == p.Text);
    }

    [Fact]
    public async Task Work_RefusedFile_FailsWithTheReasonAndLeavesTheCurrentVersion()
    {
        await using var app = await IngestionApplication.StartAsync(folder.Path);
        var first = await app.IngestAsync(Request with { Key = "hr/allowance" }, Content);

        var second = await app.IngestAsync(Request with { Key = "hr/allowance", FileName = "allowance.docx" }, "no Word document"u8.ToArray());

        second.State.ShouldBe(DocumentState.Failed);
        second.FailureReason.ShouldNotBeNull().ShouldContain("the content is plain text");
        (await app.SearchAsync("allowance")).Select(p => p.VersionId).Distinct().ShouldBe([first.Id]);
    }

    [Fact]
    public async Task Work_NewVersion_TakesThePlaceOfTheOldOne()
    {
        await using var app = await IngestionApplication.StartAsync(folder.Path);
        await app.IngestAsync(Request, Content);

        var second = await app.IngestAsync(Request, "# Equipment allowance\n\nThe allowance is 500 EUR."u8.ToArray());

        second.Number.ShouldBe(2);
        (await app.SearchAsync("allowance")).ShouldHaveSingleItem().Text.ShouldContain("500 EUR");
    }

    [Fact]
    public async Task Delete_ReadyDocument_LeavesNoPassageAndNoFile()
    {
        await using var app = await IngestionApplication.StartAsync(folder.Path);
        var version = await app.IngestAsync(Request, Content);

        await app.Get<DocumentRemoval>().DeleteAsync(version.DocumentId, Cancellation);

        (await app.SearchAsync("allowance")).ShouldBeEmpty();
        (await app.Get<IPassageIndex>().DocumentIdsAsync(Cancellation)).ShouldBeEmpty();
        (await app.Get<IDocumentStore>().FindAsync(version.DocumentId, Cancellation)).ShouldBeNull();
        app.Get<IFileStore>().PathOf(version.ContentHash).ShouldBeNull();
    }

    [Fact]
    public async Task Work_GroupsChanged_MovesThePassagesToTheNewGroups()
    {
        await using var app = await IngestionApplication.StartAsync(folder.Path);
        var version = await app.IngestAsync(Request with { Labels = ["hr-team"] }, Content);

        await app.Get<IDocumentStore>().UpdateAsync(version.DocumentId, new DocumentEdit("Allowance", "it", ["it-team"], Classification.Confidential), Cancellation);

        await IngestionApplication.UntilAsync(async () => (await app.SearchAsync("allowance", "it-team")).Count == version.Passages);
        (await app.SearchAsync("allowance", "hr-team")).ShouldBeEmpty();
        (await app.SearchAsync("allowance", "it-team")).ShouldAllBe(p => p.Domain == "it" && p.DocumentTitle == "Allowance" && p.Classification == Classification.Confidential);
    }

    [Fact]
    public async Task Start_AfterAProcessDiedOverADocument_FinishesItOnce()
    {
        Guid versionId;
        await using (var died = await IngestionApplication.StartAsync(folder.Path, works: false))
        {
            var version = (await died.HandInAsync(Request, Content)).ShouldBeOfType<IntakeResult.Accepted>().Version;
            var job = await died.Get<IJobQueue>().LeaseAsync(TimeSpan.FromHours(1), Cancellation);
            job!.Subject.ShouldBe(version.Id);
            await died.Get<IDocumentStore>().SetStateAsync(version.Id, DocumentState.Indexing, null, Cancellation);
            await died.Get<IPassageIndex>().ReplaceAsync(
                version.DocumentId,
                [new Passage(version.DocumentId, version.Id, 1, "Allowance", 0, [], null, "A leftover allowance.", 0, null, "en", "hr", ["everyone"], Classification.Internal)],
                Cancellation);
            versionId = version.Id;
        }

        await using var app = await IngestionApplication.StartAsync(folder.Path);
        var finished = await app.FinishedAsync(versionId);

        finished.State.ShouldBe(DocumentState.Ready);
        var found = await app.SearchAsync("allowance");
        found.Select(p => p.Id).ShouldBeUnique();
        found.Count.ShouldBe(finished.Passages);
        found.ShouldNotContain(p => p.Text.Contains("leftover", StringComparison.Ordinal));
        (await app.Get<IDocumentStore>().ListAsync(Cancellation)).ShouldHaveSingleItem().Versions.ShouldHaveSingleItem();
        await IngestionApplication.UntilAsync(async () => await app.Get<IJobQueue>().LeaseAsync(TimeSpan.FromMinutes(1), Cancellation) is null);
    }

    [Fact]
    public async Task Start_IndexOutOfLine_IsBroughtInLineWithTheStore()
    {
        var orphan = Guid.NewGuid();
        DocumentVersion version;
        await using (var before = await IngestionApplication.StartAsync(folder.Path))
        {
            version = await before.IngestAsync(Request, Content);
            await before.Get<IPassageIndex>().ReplaceAsync(version.DocumentId, [], Cancellation);
            await before.Get<IPassageIndex>().ReplaceAsync(
                orphan,
                [new Passage(orphan, Guid.NewGuid(), 1, "Orphan", 0, [], null, "An orphaned allowance.", 0, null, "en", "hr", ["everyone"], Classification.Internal)],
                Cancellation);
        }

        await using var app = await IngestionApplication.StartAsync(folder.Path);

        await IngestionApplication.UntilAsync(async () => (await app.Get<IPassageIndex>().DocumentIdsAsync(Cancellation)).SetEquals([version.DocumentId]));
        (await app.SearchAsync("allowance")).Count.ShouldBe(version.Passages);
    }
}
