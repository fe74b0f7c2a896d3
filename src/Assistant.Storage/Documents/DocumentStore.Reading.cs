using Assistant.Core.Access;
using Assistant.Core.Documents;
using Assistant.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Storage.Documents;

internal sealed partial class DocumentStore
{
    public Task<IReadOnlyList<DocumentSummary>> ListAsync(CancellationToken cancellationToken) =>
        transactions.ReadAsync<IReadOnlyList<DocumentSummary>>(
            async db =>
            {
                var documents = await Whole(db.Documents).ToListAsync(cancellationToken).ConfigureAwait(false);
                return [.. documents.OrderBy(d => d.Title, StringComparer.InvariantCultureIgnoreCase).ThenBy(d => d.Key, StringComparer.Ordinal).Select(d => d.ToSummary())];
            },
            cancellationToken);

    public Task<DocumentSummary?> FindAsync(Guid documentId, CancellationToken cancellationToken) =>
        transactions.ReadAsync(
            async db => (await Whole(db.Documents.Where(d => d.Id == documentId)).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false))?.ToSummary(),
            cancellationToken);

    public Task<DocumentSummary?> FindByVersionAsync(Guid versionId, CancellationToken cancellationToken) =>
        transactions.ReadAsync(
            async db => (await Whole(db.Documents.Where(d => d.Versions.Any(v => v.Id == versionId))).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false))?.ToSummary(),
            cancellationToken);

    public Task<ReadableVersion?> FindReadableAsync(Guid versionId, AccessScope scope, CancellationToken cancellationToken) =>
        transactions.ReadAsync(
            async db =>
            {
                var document = await Whole(Readable(db.Documents, scope).Where(d => d.Versions.Any(v => v.Id == versionId))).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
                return document is null ? null : new ReadableVersion(document.ToSummary(), document.Versions.Single(v => v.Id == versionId).ToVersion());
            },
            cancellationToken);

    public Task<IReadOnlySet<Guid>> AnswerableAsync(IReadOnlyCollection<Guid> versionIds, AccessScope scope, CancellationToken cancellationToken) =>
        transactions.ReadAsync<IReadOnlySet<Guid>>(
            async db => await Readable(db.Documents, scope)
                .SelectMany(d => d.Versions)
                .Where(v => versionIds.Contains(v.Id) && v.IsCurrent && v.State == DocumentState.Ready)
                .Select(v => v.Id)
                .ToHashSetAsync(cancellationToken).ConfigureAwait(false),
            cancellationToken);

    public Task<ExtractedDocument?> ReadTextAsync(Guid versionId, CancellationToken cancellationToken) =>
        transactions.ReadAsync(
            async db =>
            {
                var content = await db.Texts.Where(t => t.VersionId == versionId).Select(t => t.Content).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
                return content is null ? null : StoredJson.Read<ExtractedDocument>(StoredJson.Decompress(content));
            },
            cancellationToken);

    public Task<IReadOnlyDictionary<DocumentState, int>> CountByStateAsync(CancellationToken cancellationToken) =>
        transactions.ReadAsync<IReadOnlyDictionary<DocumentState, int>>(
            async db =>
            {
                var counts = await db.Versions
                    .Where(v => v.IsCurrent || !db.Versions.Any(newer => newer.DocumentId == v.DocumentId && newer.Number > v.Number))
                    .GroupBy(v => v.State)
                    .Select(g => new { State = g.Key, Count = g.Count() })
                    .ToDictionaryAsync(g => g.State, g => g.Count, cancellationToken).ConfigureAwait(false);
                return Enum.GetValues<DocumentState>().ToDictionary(s => s, s => counts.GetValueOrDefault(s));
            },
            cancellationToken);

    /// <summary>The rule of <see cref="AccessScope.Allows"/> as part of the query: one label in common, so nobody without one.</summary>
    private static IQueryable<DocumentRow> Readable(IQueryable<DocumentRow> documents, AccessScope scope)
    {
        var held = scope.Labels;
        return documents.Where(d => d.Labels.Any(l => held.Contains(l.Label)));
    }

    /// <summary>One statement for all three tables: between several, the document could change or go.</summary>
    private static IQueryable<DocumentRow> Whole(IQueryable<DocumentRow> documents) => documents.Include(d => d.Labels).Include(d => d.Versions).AsSingleQuery();
}
