namespace Assistant.Core.Answers;

/// <summary>A marker [n] of an answer, resolved to the passage it stands for.</summary>
/// <param name="Number">The n of "[n]", from 1.</param>
/// <param name="Start">Offset of the passage in the version's extracted text, UTF-16 code units.</param>
/// <param name="Page">Page, slide or sheet, from 1; null where the format has none.</param>
public sealed record Citation(
    int Number,
    Guid DocumentId,
    Guid VersionId,
    int VersionNumber,
    string Title,
    IReadOnlyList<string> HeadingPath,
    int? Page,
    int Start,
    int Length);
