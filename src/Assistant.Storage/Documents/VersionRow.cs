using Assistant.Core.Documents;

namespace Assistant.Storage.Documents;

internal sealed class VersionRow
{
    public Guid Id { get; init; }

    public Guid DocumentId { get; init; }

    public DocumentRow? Document { get; init; }

    public int Number { get; init; }

    public required string FileName { get; init; }

    public required string ContentHash { get; init; }

    public long SizeBytes { get; init; }

    public DocumentState State { get; set; }

    public string? FailureReason { get; set; }

    public int Passages { get; set; }

    public bool IsCurrent { get; set; }

    /// <summary>The document's <see cref="DocumentRow.Revision"/> when this version was last queued.</summary>
    public int QueuedRevision { get; set; }

    public DateTimeOffset UploadedAt { get; init; }

    public required string UploadedBy { get; init; }

    public DocumentVersion ToVersion() => new(
        Id, DocumentId, Number, FileName, ContentHash, SizeBytes, State, FailureReason, Passages, IsCurrent, UploadedAt, UploadedBy);
}

/// <summary>The extracted text of a version, apart from it because it is large and rarely read.</summary>
internal sealed class VersionText
{
    public Guid VersionId { get; init; }

    /// <summary>The <see cref="ExtractedDocument"/> as compressed JSON.</summary>
    public required byte[] Content { get; set; }
}
