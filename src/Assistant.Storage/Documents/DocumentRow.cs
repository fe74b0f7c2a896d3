using Assistant.Core.Documents;

namespace Assistant.Storage.Documents;

internal sealed class DocumentRow
{
    public Guid Id { get; init; }

    public required string Key { get; init; }

    public required string Title { get; set; }

    public required string Domain { get; set; }

    public string? Language { get; set; }

    public Classification Classification { get; set; }

    /// <summary>
    /// Grows with every change of what the index copies (title, domain, groups, classification), so that a version whose
    /// ingestion began before the change is seen to need re-indexing.
    /// </summary>
    public int Revision { get; set; }

    public List<DocumentLabel> Labels { get; init; } = [];

    public List<VersionRow> Versions { get; init; } = [];

    public DocumentSummary ToSummary() => new(
        Id,
        Key,
        Title,
        Domain,
        Language,
        [.. Labels.Select(l => l.Label).Order(StringComparer.Ordinal)],
        Classification,
        [.. Versions.OrderByDescending(v => v.Number).Select(v => v.ToVersion())]);
}

/// <summary>A group that may read a document. A table of its own, so that the access check is part of every query.</summary>
internal sealed class DocumentLabel
{
    public Guid DocumentId { get; init; }

    public required string Label { get; init; }
}
