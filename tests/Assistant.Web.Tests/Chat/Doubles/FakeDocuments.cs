using Assistant.Core.Access;
using Assistant.Core.Documents;

namespace Assistant.Web.Tests.Chat.Doubles;

/// <summary>Documents in memory, readable by labels as the port asks.</summary>
internal sealed class FakeDocuments : IDocumentStore
{
    private readonly List<DocumentSummary> documents = [];
    private readonly Dictionary<Guid, ExtractedDocument> texts = [];

    public Dictionary<DocumentState, int> Counts { get; } = [];

    /// <summary>A document with ready versions, the last of which is current. Returns the ids of the versions, oldest first.</summary>
    public IReadOnlyList<Guid> Add(string title, IReadOnlyList<string> labels, params ExtractedDocument[] versions)
    {
        var id = Guid.CreateVersion7();
        var stored = versions.Select((text, i) => (Text: text, Version: new DocumentVersion(
            Guid.CreateVersion7(), id, i + 1, $"{title}.md", "00", 1, DocumentState.Ready, null, 1, i == versions.Length - 1, DateTimeOffset.UnixEpoch, "somebody"))).ToList();
        stored.ForEach(s => texts[s.Version.Id] = s.Text);
        documents.Add(new DocumentSummary(id, title, title, "hr", "en", labels, Classification.Internal, [.. stored.Select(s => s.Version).Reverse()]));
        return [.. stored.Select(s => s.Version.Id)];
    }

    public void SetLabels(string title, params string[] labels) =>
        documents[documents.FindIndex(d => d.Title == title)] = documents.First(d => d.Title == title) with { Labels = labels };

    public Task<ReadableVersion?> FindReadableAsync(Guid versionId, AccessScope scope, CancellationToken cancellationToken) =>
        Task.FromResult(documents.Where(d => scope.Allows(d.Labels)).SelectMany(d => d.Versions.Select(v => new ReadableVersion(d, v))).FirstOrDefault(r => r.Version.Id == versionId));

    public Task<ExtractedDocument?> ReadTextAsync(Guid versionId, CancellationToken cancellationToken) => Task.FromResult(texts.GetValueOrDefault(versionId));

    public Task<IReadOnlyDictionary<DocumentState, int>> CountByStateAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<DocumentState, int>>(Counts);

    public Task<IReadOnlyList<string>> DeleteAsync(Guid documentId, CancellationToken cancellationToken)
    {
        documents.RemoveAll(d => d.Id == documentId);
        return Task.FromResult<IReadOnlyList<string>>([]);
    }

    public Task<IReadOnlyList<DocumentSummary>> ListAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<DocumentSummary>>(documents);

    public Task<DocumentSummary?> FindAsync(Guid documentId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<DocumentSummary?> FindByVersionAsync(Guid versionId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<DocumentVersion> AddVersionAsync(NewDocumentVersion version, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlySet<Guid>> AnswerableAsync(IReadOnlyCollection<Guid> versionIds, AccessScope scope, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> SetStateAsync(Guid versionId, DocumentState state, string? failureReason, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> CompleteAsync(Guid versionId, ExtractedDocument text, string language, int passages, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> UpdateAsync(Guid documentId, DocumentEdit edit, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> RetryAsync(Guid versionId, CancellationToken cancellationToken) => throw new NotSupportedException();
}
