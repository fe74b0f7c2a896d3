using Assistant.Core.Documents;
using Assistant.Core.Jobs;
using Assistant.Storage.Tests.Backends;

namespace Assistant.Storage.Tests.Documents;

/// <summary>What an administrator does to a document: edit, retry, delete.</summary>
public abstract class DocumentChangeTests(TestDatabase database) : DocumentTest(database)
{
    [Fact]
    public async Task UpdateAsync_CurrentVersion_IsIndexedAgain()
    {
        var version = await AddReadyAsync("one");

        (await Store.UpdateAsync(version.DocumentId, Edit("managers", "hr-team"), Cancellation)).ShouldBeTrue();

        var document = (await Store.FindAsync(version.DocumentId, Cancellation))!;
        (document.Title, document.Domain, document.Classification).ShouldBe(("Neuer Titel", "legal", Classification.Restricted));
        document.Labels.ShouldBe(["hr-team", "managers"]);
        (await JobsAsync()).ShouldBe([(JobKind.Reindex, version.Id)]);
    }

    [Fact]
    public async Task UpdateAsync_NoChange_QueuesNothing()
    {
        var version = await AddReadyAsync("one");
        var document = (await Store.FindAsync(version.DocumentId, Cancellation))!;

        (await Store.UpdateAsync(document.Id, new DocumentEdit(document.Title, document.Domain, document.Labels, document.Classification), Cancellation)).ShouldBeTrue();
        (await Store.UpdateAsync(Guid.NewGuid(), Edit("hr-team"), Cancellation)).ShouldBeFalse();

        (await JobsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task UpdateAsync_WhileBeingIndexedAgain_RunsOnceMore()
    {
        var version = await AddReadyAsync("one");
        await Store.UpdateAsync(version.DocumentId, Edit("hr-team"), Cancellation);
        var running = (await Jobs.LeaseAsync(TimeSpan.FromMinutes(1), Cancellation))!;

        await Store.UpdateAsync(version.DocumentId, Edit("managers"), Cancellation);
        await Jobs.CompleteAsync(running.Id, Cancellation);

        (await JobsAsync()).ShouldBe([(JobKind.Reindex, version.Id)]);
    }

    [Fact]
    public async Task RetryAsync_FailedVersion_IsQueuedOnce()
    {
        var version = await AddAsync("one");
        await RunJobAsync();
        (await Store.RetryAsync(version.Id, Cancellation)).ShouldBeFalse();
        await Store.SetStateAsync(version.Id, DocumentState.Failed, "unreadable", Cancellation);

        (await Store.RetryAsync(version.Id, Cancellation)).ShouldBeTrue();
        (await Store.RetryAsync(version.Id, Cancellation)).ShouldBeFalse();
        (await Store.RetryAsync(Guid.NewGuid(), Cancellation)).ShouldBeFalse();

        (await FindAsync(version)).ShouldBe(version);
        (await JobsAsync()).ShouldBe([(JobKind.Ingest, version.Id)]);
    }

    [Fact]
    public async Task DeleteAsync_Document_RemovesEverythingAndReturnsWhatNobodyElseUses()
    {
        var first = await AddReadyAsync("one");
        var shared = await AddReadyAsync("shared");
        await Store.AddVersionAsync(Samples.Upload("shared", "it/other"), Cancellation);

        (await Store.DeleteAsync(first.DocumentId, Cancellation)).ShouldBe([first.ContentHash]);

        (await Store.FindAsync(first.DocumentId, Cancellation)).ShouldBeNull();
        (await Store.ReadTextAsync(shared.Id, Cancellation)).ShouldBeNull();
        (await Database.CountAsync("document_texts")).ShouldBe(0);
        (await Database.CountAsync("document_versions")).ShouldBe(1);
        (await Database.CountAsync("document_labels")).ShouldBe(1);
        (await JobsAsync()).ShouldHaveSingleItem();
        (await Store.DeleteAsync(first.DocumentId, Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task DeleteAsync_WhileBeingIngested_MakesLateWritesFail()
    {
        var version = await AddAsync("one");
        await Jobs.LeaseAsync(TimeSpan.FromMinutes(1), Cancellation);

        await Store.DeleteAsync(version.DocumentId, Cancellation);

        (await Store.SetStateAsync(version.Id, DocumentState.Indexing, null, Cancellation)).ShouldBeFalse();
        (await Store.CompleteAsync(version.Id, Samples.Text(), "de", 3, Cancellation)).ShouldBeFalse();
        (await Store.RetryAsync(version.Id, Cancellation)).ShouldBeFalse();
        (await Database.CountAsync("jobs")).ShouldBe(0);
    }

    [Fact]
    public async Task CompleteAsync_RacingWithDeletion_LeavesNothingBehind()
    {
        foreach (var round in Enumerable.Range(1, 8))
        {
            var version = await AddAsync($"content {round}");
            await Task.WhenAll(Task.Run(() => CompleteAsync(version)), Task.Run(() => Store.DeleteAsync(version.DocumentId, Cancellation)));
        }

        (await Database.CountAsync("document_texts")).ShouldBe(0);
        (await Database.CountAsync("documents")).ShouldBe(0);
        (await Database.CountAsync("jobs")).ShouldBe(0);
    }
}

public sealed class SqliteDocumentChangeTests() : DocumentChangeTests(new SqliteTestDatabase());

public sealed class PostgresDocumentChangeTests(PostgresServer server) : DocumentChangeTests(new PostgresTestDatabase(server));
