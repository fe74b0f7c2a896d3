using Assistant.Core.Documents;

namespace Assistant.Core.Retrieval;

/// <summary>A contiguous piece of a document's extracted text: what is indexed, retrieved, quoted and cited.</summary>
/// <param name="Ordinal">Position within the version, from 0.</param>
/// <param name="HeadingPath">Headings above the passage, outermost first.</param>
/// <param name="TableHeader">The header row when the passage holds rows of one table ("Country | Day rate"); else null.</param>
/// <param name="Start">Offset of <see cref="Text"/> in the extracted text, UTF-16 code units.</param>
/// <param name="Page">Page, slide or sheet it begins on, from 1; null where the format has none.</param>
/// <param name="Language">ISO 639-1 code.</param>
public sealed record Passage(
    Guid DocumentId,
    Guid VersionId,
    int VersionNumber,
    string DocumentTitle,
    int Ordinal,
    IReadOnlyList<string> HeadingPath,
    string? TableHeader,
    string Text,
    int Start,
    int? Page,
    string Language,
    string Domain,
    IReadOnlyList<string> Labels,
    Classification Classification)
{
    public int End => Start + Text.Length;

    /// <summary>Stable id: version and ordinal.</summary>
    public string Id => $"{VersionId:N}-{Ordinal}";

    /// <summary>Where the passage stands, indexed with it: "title › heading › heading › table header".</summary>
    public string Context => string.Join(" › ", [DocumentTitle, .. HeadingPath, .. TableHeader is null ? Array.Empty<string>() : [TableHeader]]);
}
