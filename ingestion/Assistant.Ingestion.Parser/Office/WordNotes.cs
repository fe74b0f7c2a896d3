using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Assistant.Ingestion.Parser.Office;

/// <summary>The footnotes and endnotes of a document.</summary>
internal sealed class WordNotes(MainDocumentPart main)
{
    private readonly Dictionary<long, Footnote> footnotes = Index(main.FootnotesPart?.Footnotes?.Elements<Footnote>(), n => n.Id.Get());
    private readonly Dictionary<long, Endnote> endnotes = Index(main.EndnotesPart?.Endnotes?.Elements<Endnote>(), n => n.Id.Get());

    /// <summary>The notes that a paragraph refers to, in order.</summary>
    public IEnumerable<string> ReferredBy(OpenXmlElement paragraph)
    {
        foreach (var reference in paragraph.Descendants())
        {
            OpenXmlElement? note = reference switch
            {
                FootnoteReference footnote => footnotes.GetValueOrDefault(footnote.Id.Get() ?? 0),
                EndnoteReference endnote => endnotes.GetValueOrDefault(endnote.Id.Get() ?? 0),
                _ => null,
            };
            if (note is not null)
            {
                yield return string.Join('\n', note.Elements<Paragraph>().Select(RunText.Of));
            }
        }
    }

    private static Dictionary<long, T> Index<T>(IEnumerable<T>? notes, Func<T, long?> id)
        where T : notnull =>
        (notes ?? []).Where(n => id(n) is not null).GroupBy(n => id(n)!.Value).ToDictionary(g => g.Key, g => g.First());
}
