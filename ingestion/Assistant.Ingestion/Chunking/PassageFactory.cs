using Assistant.Core.Documents;
using Assistant.Core.Retrieval;

namespace Assistant.Ingestion.Chunking;

/// <summary>Makes passages out of the extracted text of a version.</summary>
internal sealed class PassageFactory(PassageCutter cutter)
{
    public IReadOnlyList<Passage> Create(DocumentSummary document, DocumentVersion version, ExtractedDocument text, string language) =>
        [.. cutter.Cut(text).Select((cut, ordinal) => new Passage(
            document.Id,
            version.Id,
            version.Number,
            document.Title,
            ordinal,
            WithoutTitle(cut.HeadingPath, document.Title),
            cut.TableHeader,
            text.Text.Substring(cut.Start, cut.Length),
            cut.Start,
            cut.Page,
            language,
            document.Domain,
            document.Labels,
            document.Classification))];

    /// <summary>A document usually begins with its own title, which the passage names anyway.</summary>
    private static IReadOnlyList<string> WithoutTitle(IReadOnlyList<string> path, string title) =>
        path.Count > 0 && string.Equals(path[0], title, StringComparison.OrdinalIgnoreCase) ? [.. path.Skip(1)] : path;
}
