using System.Linq.Expressions;
using Assistant.Core.Documents;
using Assistant.Core.Jobs;
using Assistant.Storage.Database;
using Assistant.Storage.Identity;
using Assistant.Storage.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Storage.Documents;

/// <summary>The writing half; what is read stands in DocumentStore.Reading.cs.</summary>
internal sealed partial class DocumentStore(Transactions transactions, JobSignal signal, TimeProvider time) : IDocumentStore
{
    public async Task<DocumentVersion> AddVersionAsync(NewDocumentVersion version, CancellationToken cancellationToken)
    {
        var row = await transactions.WriteAsync(
            async db =>
            {
                var document = await LockAsync(db, d => d.Key == version.Key, cancellationToken).ConfigureAwait(false);
                if (document is null)
                {
                    return await AddDocumentAsync(db, version, cancellationToken).ConfigureAwait(false);
                }

                var newest = document.Versions.MaxBy(v => v.Number)!;
                if (newest.ContentHash == version.File.ContentHash && newest.State != DocumentState.Failed)
                {
                    return newest;
                }

                await EditAsync(db, document, new DocumentEdit(version.Title, version.Domain, version.Labels, version.Classification), cancellationToken).ConfigureAwait(false);
                if (newest.ContentHash == version.File.ContentHash)
                {
                    await QueueAsync(db, document, newest, cancellationToken).ConfigureAwait(false);
                    return newest;
                }

                return await AddVersionAsync(db, document, newest.Number + 1, version, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        signal.Set();
        return row.ToVersion();
    }

    public Task<bool> SetStateAsync(Guid versionId, DocumentState state, string? failureReason, CancellationToken cancellationToken)
    {
        if (state == DocumentState.Ready)
        {
            throw new ArgumentException($"{nameof(CompleteAsync)} makes a version ready, with its text.", nameof(state));
        }

        var reason = state == DocumentState.Failed && failureReason is not null ? StorableText.Clean(failureReason) : null;
        return transactions.WriteAsync(
            async db => await db.Versions.Where(v => v.Id == versionId).ExecuteUpdateAsync(
                v => v.SetProperty(x => x.State, state).SetProperty(x => x.FailureReason, reason), cancellationToken).ConfigureAwait(false) == 1,
            cancellationToken);
    }

    public async Task<bool> CompleteAsync(Guid versionId, ExtractedDocument text, string language, int passages, CancellationToken cancellationToken)
    {
        var content = StoredJson.Compress(StoredJson.WriteBytes(text));
        var completed = await transactions.WriteAsync(
            async db =>
            {
                var document = await LockAsync(db, d => d.Versions.Any(v => v.Id == versionId), cancellationToken).ConfigureAwait(false);
                if (document is null)
                {
                    return false;
                }

                var version = document.Versions.Single(v => v.Id == versionId);
                version.State = DocumentState.Ready;
                version.FailureReason = null;
                version.Passages = passages;
                await KeepTextAsync(db, versionId, content, cancellationToken).ConfigureAwait(false);

                // A version that was overtaken by a newer one is kept, but not answered from.
                if (!document.Versions.Any(v => v.Number > version.Number && v.State == DocumentState.Ready))
                {
                    await MakeCurrentAsync(db, document, version, cancellationToken).ConfigureAwait(false);
                    document.Language = language;
                }

                if (version.IsCurrent && version.QueuedRevision != document.Revision)
                {
                    // Groups or title changed while it was being read: its passages may carry the old ones.
                    version.QueuedRevision = document.Revision;
                    await JobQueue.AddAsync(db, JobKind.Reindex, versionId, document.Id, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
                }

                return true;
            },
            cancellationToken).ConfigureAwait(false);
        signal.Set();
        return completed;
    }

    public async Task<bool> UpdateAsync(Guid documentId, DocumentEdit edit, CancellationToken cancellationToken)
    {
        var updated = await transactions.WriteAsync(
            async db =>
            {
                var document = await LockAsync(db, d => d.Id == documentId, cancellationToken).ConfigureAwait(false);
                if (document is null)
                {
                    return false;
                }

                await EditAsync(db, document, edit, cancellationToken).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
        signal.Set();
        return updated;
    }

    public async Task<bool> RetryAsync(Guid versionId, CancellationToken cancellationToken)
    {
        var retried = await transactions.WriteAsync(
            async db =>
            {
                var document = await LockAsync(db, d => d.Versions.Any(v => v.Id == versionId), cancellationToken).ConfigureAwait(false);
                if (document?.Versions.Single(v => v.Id == versionId) is not { State: DocumentState.Failed } version)
                {
                    return false;
                }

                await QueueAsync(db, document, version, cancellationToken).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
        signal.Set();
        return retried;
    }

    public Task<IReadOnlyList<string>> DeleteAsync(Guid documentId, CancellationToken cancellationToken) =>
        transactions.WriteAsync<IReadOnlyList<string>>(
            async db =>
            {
                var hashes = await db.Versions.Where(v => v.DocumentId == documentId).Select(v => v.ContentHash).Distinct().ToListAsync(cancellationToken).ConfigureAwait(false);
                await db.Documents.Where(d => d.Id == documentId).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
                await db.Jobs.Where(j => j.Lane == documentId).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
                var used = await db.Versions.Where(v => hashes.Contains(v.ContentHash)).Select(v => v.ContentHash).Distinct().ToListAsync(cancellationToken).ConfigureAwait(false);
                return [.. hashes.Except(used).Order(StringComparer.Ordinal)];
            },
            cancellationToken);

    /// <summary>
    /// Reads a document with its labels and versions to change it. The update that comes first takes the row's lock, so
    /// that two writers of one document follow each other.
    /// </summary>
    private static async Task<DocumentRow?> LockAsync(StorageContext db, Expression<Func<DocumentRow, bool>> filter, CancellationToken cancellationToken)
    {
        var found = await db.Documents.Where(filter).ExecuteUpdateAsync(d => d.SetProperty(x => x.Revision, x => x.Revision), cancellationToken).ConfigureAwait(false);
        return found == 0 ? null : await db.Documents.Include(d => d.Labels).Include(d => d.Versions).AsSplitQuery().SingleOrDefaultAsync(filter, cancellationToken).ConfigureAwait(false);
    }

    private async Task<VersionRow> AddDocumentAsync(StorageContext db, NewDocumentVersion version, CancellationToken cancellationToken)
    {
        var document = new DocumentRow
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            Key = version.Key,
            Title = version.Title,
            Domain = version.Domain,
            Language = version.Language,
            Classification = version.Classification,
        };
        document.Labels.AddRange(GroupNames.Normalize(version.Labels).Select(l => new DocumentLabel { DocumentId = document.Id, Label = l }));
        db.Documents.Add(document);
        return await AddVersionAsync(db, document, 1, version, cancellationToken).ConfigureAwait(false);
    }

    private async Task<VersionRow> AddVersionAsync(StorageContext db, DocumentRow document, int number, NewDocumentVersion version, CancellationToken cancellationToken)
    {
        var row = new VersionRow
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            DocumentId = document.Id,
            Number = number,
            FileName = version.FileName,
            ContentHash = version.File.ContentHash,
            SizeBytes = version.File.SizeBytes,
            UploadedAt = time.GetUtcNow(),
            UploadedBy = version.UploadedBy,
        };
        db.Versions.Add(row);
        await QueueAsync(db, document, row, cancellationToken).ConfigureAwait(false);
        return row;
    }

    private async Task QueueAsync(StorageContext db, DocumentRow document, VersionRow version, CancellationToken cancellationToken)
    {
        version.State = DocumentState.Queued;
        version.FailureReason = null;
        version.QueuedRevision = document.Revision;
        await JobQueue.AddAsync(db, JobKind.Ingest, version.Id, document.Id, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Applies an edit; when it changes what the index copies, the current version is indexed again.</summary>
    private async Task EditAsync(StorageContext db, DocumentRow document, DocumentEdit edit, CancellationToken cancellationToken)
    {
        var labels = GroupNames.Normalize(edit.Labels).ToHashSet(StringComparer.Ordinal);
        if (document.Title == edit.Title && document.Domain == edit.Domain && document.Classification == edit.Classification && labels.SetEquals(document.Labels.Select(l => l.Label)))
        {
            return;
        }

        document.Title = edit.Title;
        document.Domain = edit.Domain;
        document.Classification = edit.Classification;
        document.Labels.RemoveAll(l => !labels.Contains(l.Label));
        document.Labels.AddRange(labels.Except(document.Labels.Select(l => l.Label)).Select(l => new DocumentLabel { DocumentId = document.Id, Label = l }).ToList());
        document.Revision++;
        if (document.Versions.SingleOrDefault(v => v.IsCurrent) is { } current)
        {
            current.QueuedRevision = document.Revision;
            await JobQueue.AddAsync(db, JobKind.Reindex, current.Id, document.Id, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task KeepTextAsync(StorageContext db, Guid versionId, byte[] content, CancellationToken cancellationToken)
    {
        var kept = await db.Texts.Where(t => t.VersionId == versionId).ExecuteUpdateAsync(t => t.SetProperty(x => x.Content, content), cancellationToken).ConfigureAwait(false);
        if (kept == 0)
        {
            db.Texts.Add(new VersionText { VersionId = versionId, Content = content });
        }
    }

    /// <summary>The old current version steps down first, in a statement of its own: there is never more than one.</summary>
    private static async Task MakeCurrentAsync(StorageContext db, DocumentRow document, VersionRow version, CancellationToken cancellationToken)
    {
        foreach (var old in document.Versions.Where(v => v.IsCurrent && v != version))
        {
            old.IsCurrent = false;
        }

        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        version.IsCurrent = true;
    }
}
