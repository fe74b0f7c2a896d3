using Assistant.Core.Access;

namespace Assistant.Core.Documents;

/// <summary>Documents, their versions and who may read them. The authority on access; the index holds a copy.</summary>
public interface IDocumentStore
{
    /// <summary>
    /// Adds a version (and the document, when the key is new) and its ingestion job in one transaction.
    /// Title, domain, groups and classification of the upload become the document's at once.
    /// Uploading the bytes of the newest version again changes nothing and returns that version, unless it failed.
    /// </summary>
    Task<DocumentVersion> AddVersionAsync(NewDocumentVersion version, CancellationToken cancellationToken);

    /// <summary>Every document, for administration: title order, each with its versions.</summary>
    Task<IReadOnlyList<DocumentSummary>> ListAsync(CancellationToken cancellationToken);

    Task<DocumentSummary?> FindAsync(Guid documentId, CancellationToken cancellationToken);

    /// <summary>The document that a version belongs to, whoever may read it: for ingestion, never for showing anything.</summary>
    Task<DocumentSummary?> FindByVersionAsync(Guid versionId, CancellationToken cancellationToken);

    /// <summary>The document and version if the scope may read it; null if not, or if there is none: the caller cannot tell which.</summary>
    Task<ReadableVersion?> FindReadableAsync(Guid versionId, AccessScope scope, CancellationToken cancellationToken);

    /// <summary>Of the given versions, those that may be answered from now: current, ready, not deleted, readable by the scope.</summary>
    Task<IReadOnlySet<Guid>> AnswerableAsync(IReadOnlyCollection<Guid> versionIds, AccessScope scope, CancellationToken cancellationToken);

    /// <summary>Moves a version to a state; a version that was deleted meanwhile is left alone and false is returned.</summary>
    Task<bool> SetStateAsync(Guid versionId, DocumentState state, string? failureReason, CancellationToken cancellationToken);

    /// <summary>Keeps the extracted text, makes the version Ready and current. False when it was deleted meanwhile.</summary>
    Task<bool> CompleteAsync(Guid versionId, ExtractedDocument text, string language, int passages, CancellationToken cancellationToken);

    /// <summary>The extracted text of a version; null when it has none.</summary>
    Task<ExtractedDocument?> ReadTextAsync(Guid versionId, CancellationToken cancellationToken);

    /// <summary>Changes title, domain, groups or classification, and queues re-indexing. False when there is no such document.</summary>
    Task<bool> UpdateAsync(Guid documentId, DocumentEdit edit, CancellationToken cancellationToken);

    /// <summary>Puts a failed version back in the queue. False when it is not failed.</summary>
    Task<bool> RetryAsync(Guid versionId, CancellationToken cancellationToken);

    /// <summary>Removes a document with all versions and texts; returns its content hashes that no other version uses.</summary>
    Task<IReadOnlyList<string>> DeleteAsync(Guid documentId, CancellationToken cancellationToken);

    /// <summary>Number of versions in each state, current or newest versions only.</summary>
    Task<IReadOnlyDictionary<DocumentState, int>> CountByStateAsync(CancellationToken cancellationToken);
}

/// <param name="Key">Stable name; a version is added to the document that has it, else a document is made.</param>
public sealed record NewDocumentVersion(
    string Key,
    string Title,
    string Domain,
    string? Language,
    IReadOnlyList<string> Labels,
    Classification Classification,
    string FileName,
    StoredFile File,
    string UploadedBy);

/// <summary>A version with the document it belongs to.</summary>
public sealed record ReadableVersion(DocumentSummary Document, DocumentVersion Version);

/// <summary>What an administrator may change of a document.</summary>
public sealed record DocumentEdit(string Title, string Domain, IReadOnlyList<string> Labels, Classification Classification);
