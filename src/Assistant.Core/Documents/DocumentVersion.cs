namespace Assistant.Core.Documents;

/// <summary>One uploaded version of a document. Only the current version of a document is answered from.</summary>
/// <param name="ContentHash">SHA-256 of the uploaded bytes, lower-case hex.</param>
/// <param name="SizeBytes">Size of the uploaded file in bytes.</param>
/// <param name="FailureReason">Why it failed, in words for a person; null unless <see cref="State"/> is Failed.</param>
/// <param name="Passages">Number of passages in the index; 0 until Ready.</param>
public sealed record DocumentVersion(
    Guid Id,
    Guid DocumentId,
    int Number,
    string FileName,
    string ContentHash,
    long SizeBytes,
    DocumentState State,
    string? FailureReason,
    int Passages,
    bool IsCurrent,
    DateTimeOffset UploadedAt,
    string UploadedBy);
