using Assistant.Core.Documents;
using Assistant.Core.Jobs;
using Assistant.Storage.Database;
using Assistant.Storage.Tests.Backends;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Storage.Tests.Documents;

/// <summary>Steps that tests on documents share.</summary>
public abstract class DocumentTest(TestDatabase database) : StorageTest(database)
{
    protected IDocumentStore Store => Get<IDocumentStore>();

    protected IJobQueue Jobs => Get<IJobQueue>();

    protected static DocumentEdit Edit(params string[] labels) => new("Neuer Titel", "legal", labels, Classification.Restricted);

    protected Task<DocumentVersion> AddAsync(string content, params string[] labels) => Store.AddVersionAsync(Samples.Upload(content, labels: labels), Cancellation);

    protected async Task<DocumentVersion> AddReadyAsync(string content, params string[] labels)
    {
        var version = await AddAsync(content, labels);
        await CompleteAsync(version);
        await RunJobAsync();
        return version;
    }

    protected Task<bool> CompleteAsync(DocumentVersion version) => Store.CompleteAsync(version.Id, Samples.Text(), "de", 3, Cancellation);

    protected async Task<DocumentVersion> FindAsync(DocumentVersion version) =>
        (await Store.FindAsync(version.DocumentId, Cancellation))!.Versions.Single(v => v.Id == version.Id);

    protected async Task RunJobAsync()
    {
        while (await Jobs.LeaseAsync(TimeSpan.FromMinutes(1), Cancellation) is { } job)
        {
            await Jobs.CompleteAsync(job.Id, Cancellation);
        }
    }

    protected async Task<IReadOnlyList<(JobKind Kind, Guid Subject)>> JobsAsync()
    {
        await using var db = await Get<IDbContextFactory<StorageContext>>().CreateDbContextAsync(Cancellation);
        return [.. (await db.Jobs.AsNoTracking().ToListAsync(Cancellation)).Select(j => (j.Kind, j.Subject))];
    }
}
