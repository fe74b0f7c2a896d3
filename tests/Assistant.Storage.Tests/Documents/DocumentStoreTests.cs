using Assistant.Core.Documents;
using Assistant.Core.Jobs;
using Assistant.Storage.Database;
using Assistant.Storage.Tests.Backends;

namespace Assistant.Storage.Tests.Documents;

/// <summary>Versions, their states and their jobs. Who may read them is tested in <see cref="DocumentAccessTests"/>.</summary>
public abstract class DocumentStoreTests(TestDatabase database) : DocumentTest(database)
{
    [Fact]
    public async Task AddVersionAsync_NewKey_MakesADocumentAndItsJob()
    {
        var upload = Samples.Upload("one", "hr/leave", " hr-team ", "managers", "hr-team", "");

        var version = await Store.AddVersionAsync(upload, Cancellation);

        version.ShouldBe(new DocumentVersion(version.Id, version.DocumentId, 1, "leave.md", upload.File.ContentHash, 3, DocumentState.Queued, null, 0, false, Time.GetUtcNow(), "Clara Weiss"));
        var document = (await Store.ListAsync(Cancellation)).ShouldHaveSingleItem();
        document.Labels.ShouldBe(["hr-team", "managers"]);
        document.Latest.ShouldBe(version);
        document.Current.ShouldBeNull();
        (document.Key, document.Title, document.Domain, document.Classification).ShouldBe(("hr/leave", "Leave policy", "hr", Classification.Internal));
        (await JobsAsync()).ShouldBe([(JobKind.Ingest, version.Id)]);
    }

    [Fact]
    public async Task AddVersionAsync_KnownKey_AddsANumberedVersion()
    {
        var first = await AddReadyAsync("one");
        var second = await AddAsync("two");

        var document = (await Store.ListAsync(Cancellation)).ShouldHaveSingleItem();
        document.Versions.Select(v => (v.Id, v.Number)).ShouldBe([(second.Id, 2), (first.Id, 1)]);
        document.Current!.Id.ShouldBe(first.Id);
    }

    [Fact]
    public async Task AddVersionAsync_BytesOfTheNewestVersion_ChangeNothing()
    {
        var first = await AddReadyAsync("one");

        var again = await Store.AddVersionAsync(Samples.Upload("one") with { Title = "Other", Labels = ["managers"] }, Cancellation);

        again.Id.ShouldBe(first.Id);
        (await Store.ListAsync(Cancellation)).ShouldHaveSingleItem().Title.ShouldBe("Leave policy");
        (await JobsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task AddVersionAsync_BytesOfAFailedNewestVersion_QueueItAgain()
    {
        var first = await AddAsync("one");
        await RunJobAsync();
        await Store.SetStateAsync(first.Id, DocumentState.Failed, "unreadable", Cancellation);

        var again = await AddAsync("one");

        (again.Id, again.State, again.FailureReason).ShouldBe((first.Id, DocumentState.Queued, null));
        (await JobsAsync()).ShouldBe([(JobKind.Ingest, first.Id)]);
    }

    [Fact]
    public async Task AddVersionAsync_BytesOfAnOlderVersion_AreANewVersion()
    {
        await AddReadyAsync("one");
        await AddReadyAsync("two");

        (await AddAsync("one")).Number.ShouldBe(3);
    }

    [Fact]
    public async Task AddVersionAsync_ManyAtOnceForOneKey_NumberTheVersionsWithoutGaps()
    {
        var versions = await Task.WhenAll(Enumerable.Range(1, 12).Select(n => Task.Run(() => AddAsync($"content {n}"))));

        versions.Select(v => v.DocumentId).Distinct().Count().ShouldBe(1);
        versions.Select(v => v.Number).Order().ShouldBe(Enumerable.Range(1, 12));
        (await Database.CountAsync("jobs")).ShouldBe(12);
    }

    [Fact]
    public async Task AddVersionAsync_SameBytesAtOnce_AreOneVersion()
    {
        var versions = await Task.WhenAll(Enumerable.Range(1, 8).Select(_ => Task.Run(() => AddAsync("one"))));

        versions.Select(v => v.Id).Distinct().Count().ShouldBe(1);
        (await JobsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task SetStateAsync_Failed_KeepsTheReasonUntilItGoesOn()
    {
        var version = await AddAsync("one");
        (await Store.SetStateAsync(version.Id, DocumentState.Failed, "Das Dokument ist leer.\0", Cancellation)).ShouldBeTrue();
        (await FindAsync(version)).FailureReason.ShouldBe("Das Dokument ist leer.\ufffd");

        (await Store.SetStateAsync(version.Id, DocumentState.Parsing, null, Cancellation)).ShouldBeTrue();
        (await FindAsync(version)).ShouldBe(version with { State = DocumentState.Parsing });
    }

    [Fact]
    public async Task SetStateAsync_Ready_IsForCompleteAsyncOnly()
    {
        var version = await AddAsync("one");

        await Should.ThrowAsync<ArgumentException>(() => Store.SetStateAsync(version.Id, DocumentState.Ready, null, Cancellation));
    }

    [Fact]
    public async Task CompleteAsync_Version_IsReadyCurrentAndHasItsText()
    {
        var version = await AddAsync("one");
        (await Store.ReadTextAsync(version.Id, Cancellation)).ShouldBeNull();

        (await Store.CompleteAsync(version.Id, Samples.Text("Der Anspruch beträgt 30 Tage.\0"), "de", 7, Cancellation)).ShouldBeTrue();

        (await FindAsync(version)).ShouldBe(version with { State = DocumentState.Ready, Passages = 7, IsCurrent = true });
        (await Store.FindAsync(version.DocumentId, Cancellation))!.Language.ShouldBe("de");
        StoredJson.Write(await Store.ReadTextAsync(version.Id, Cancellation)).ShouldBe(StoredJson.Write(Samples.Text("Der Anspruch beträgt 30 Tage.\0")));
    }

    [Fact]
    public async Task CompleteAsync_NewerVersion_ReplacesTheOlder()
    {
        var first = await AddReadyAsync("one");
        var second = await AddReadyAsync("two");

        var document = (await Store.FindAsync(first.DocumentId, Cancellation))!;
        document.Versions.Where(v => v.IsCurrent).ShouldHaveSingleItem().Id.ShouldBe(second.Id);
        document.Versions.ShouldAllBe(v => v.State == DocumentState.Ready);
        (await Store.ReadTextAsync(first.Id, Cancellation)).ShouldNotBeNull();
    }

    [Fact]
    public async Task CompleteAsync_OlderVersionLate_LeavesTheNewerCurrent()
    {
        var first = await AddAsync("one");
        var second = await AddReadyAsync("two");

        (await Store.CompleteAsync(first.Id, Samples.Text(), "en", 3, Cancellation)).ShouldBeTrue();

        var document = (await Store.FindAsync(first.DocumentId, Cancellation))!;
        document.Current!.Id.ShouldBe(second.Id);
        document.Language.ShouldBe("de");
        (await FindAsync(first)).State.ShouldBe(DocumentState.Ready);
    }

    [Fact]
    public async Task CompleteAsync_ManyVersionsInAnyOrder_LeaveTheNewestCurrent()
    {
        var versions = new List<DocumentVersion>();
        foreach (var number in Enumerable.Range(1, 8))
        {
            versions.Add(await AddAsync($"content {number}"));
        }

        await Task.WhenAll(versions.Select(v => Task.Run(() => CompleteAsync(v))));

        (await Store.FindAsync(versions[0].DocumentId, Cancellation))!.Versions.Where(v => v.IsCurrent).ShouldHaveSingleItem().Number.ShouldBe(8);
    }

    [Fact]
    public async Task CompleteAsync_GroupsChangedMeanwhile_QueuesReindexing()
    {
        var version = await AddAsync("one");
        await RunJobAsync();
        await Store.UpdateAsync(version.DocumentId, Edit("hr-team"), Cancellation);
        (await JobsAsync()).ShouldBeEmpty();

        await CompleteAsync(version);

        (await JobsAsync()).ShouldBe([(JobKind.Reindex, version.Id)]);
    }

    [Fact]
    public async Task FindByVersionAsync_AnyVersion_FindsItsDocument()
    {
        var first = await AddReadyAsync("one", " ");
        var second = await AddAsync("two", " ");

        (await Store.FindByVersionAsync(first.Id, Cancellation))!.Versions.Select(v => v.Id).ShouldBe([second.Id, first.Id]);
        (await Store.FindByVersionAsync(second.Id, Cancellation))!.Id.ShouldBe(first.DocumentId);
        (await Store.FindByVersionAsync(Guid.NewGuid(), Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task ListAsync_Documents_ComeInTitleOrder()
    {
        foreach (var title in (string[])["b", "Zebra", "Ärger", "A"])
        {
            await Store.AddVersionAsync(Samples.Upload(title, title) with { Title = title }, Cancellation);
        }

        (await Store.ListAsync(Cancellation)).Select(d => d.Title).ShouldBe(["A", "Ärger", "b", "Zebra"]);
    }

    [Fact]
    public async Task CountByStateAsync_Versions_CountsCurrentAndNewestOnes()
    {
        await AddReadyAsync("superseded");
        await AddReadyAsync("current");
        await AddAsync("failed");
        var newest = await AddAsync("newest");
        await Store.SetStateAsync(newest.Id, DocumentState.Failed, "unreadable", Cancellation);
        await Store.AddVersionAsync(Samples.Upload("x", "it/x"), Cancellation);

        var counts = await Store.CountByStateAsync(Cancellation);

        counts.Keys.Order().ShouldBe(Enum.GetValues<DocumentState>());
        (counts[DocumentState.Ready], counts[DocumentState.Failed], counts[DocumentState.Queued], counts[DocumentState.Parsing]).ShouldBe((1, 1, 1, 0));
    }
}

public sealed class SqliteDocumentStoreTests() : DocumentStoreTests(new SqliteTestDatabase());

public sealed class PostgresDocumentStoreTests(PostgresServer server) : DocumentStoreTests(new PostgresTestDatabase(server));
