using Assistant.Core.Access;
using Assistant.Core.Documents;
using Assistant.Core.Retrieval;

namespace Assistant.Orchestration.Tests.Doubles;

/// <summary>The index and the document store over a fixed list of passages; a deleted version stays in the index.</summary>
internal sealed class FakeLibrary(params Passage[] passages) : IPassageIndex, IDocumentStore
{
    public HashSet<Guid> Deleted { get; } = [];

    public PassageQuery? LastQuery { get; private set; }

    public Task<SearchResult> SearchAsync(PassageQuery query, CancellationToken cancellationToken)
    {
        LastQuery = query;
        var visible = passages.Where(p => query.Scope.Allows(p.Labels)).ToList();
        return Task.FromResult(new SearchResult([.. visible.Select((p, i) => new RankedPassage(p, 10 - i))], new TermStatistics(1000, new Dictionary<string, int>())));
    }

    public Task<IReadOnlySet<Guid>> AnswerableAsync(IReadOnlyCollection<Guid> versionIds, AccessScope scope, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlySet<Guid>>(versionIds.Where(v => !Deleted.Contains(v) && passages.Any(p => p.VersionId == v && scope.Allows(p.Labels))).ToHashSet());

    public static Passage Passage(string text, string title = "Leave Policy", string label = AccessScope.Everyone, string? tableHeader = null) => new(
        Guid.NewGuid(), Guid.NewGuid(), 1, title, 0, ["Entitlement"], tableHeader, text, 0, null, "en", "hr", [label], Classification.Internal);

    public Task ReplaceAsync(Guid documentId, IReadOnlyList<Passage> replacement, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlySet<Guid>> DocumentIdsAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<DocumentVersion> AddVersionAsync(NewDocumentVersion version, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<DocumentSummary>> ListAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<DocumentSummary?> FindAsync(Guid documentId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<DocumentSummary?> FindByVersionAsync(Guid versionId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ReadableVersion?> FindReadableAsync(Guid versionId, AccessScope scope, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> SetStateAsync(Guid versionId, DocumentState state, string? failureReason, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> CompleteAsync(Guid versionId, ExtractedDocument text, string language, int passageCount, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ExtractedDocument?> ReadTextAsync(Guid versionId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> UpdateAsync(Guid documentId, DocumentEdit edit, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> RetryAsync(Guid versionId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<string>> DeleteAsync(Guid documentId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyDictionary<DocumentState, int>> CountByStateAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
}
