using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Assistant.Ingestion.Parser.Office;

/// <summary>What the paragraph styles of a document mean. Styles inherit from the style they are based on.</summary>
internal sealed class WordStyles
{
    private const int MaxInheritance = 20;

    private readonly Dictionary<string, Style> styles;
    private readonly string? defaultStyle;

    public WordStyles(MainDocumentPart main)
    {
        var all = main.StyleDefinitionsPart?.Styles?.Elements<Style>().Where(s => s.StyleId.Get() is not null).ToList() ?? [];
        styles = all.GroupBy(s => s.StyleId!.Value!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        defaultStyle = all.FirstOrDefault(s => s.Type.Get() == StyleValues.Paragraph && s.Default.Get() == true)?.StyleId.Get();
    }

    /// <summary>Depth of the heading that a paragraph is, from 1; 0 for none. A document's title counts as depth 1.</summary>
    public int HeadingLevel(Paragraph paragraph)
    {
        if (paragraph.ParagraphProperties?.OutlineLevel?.Val.Get() is { } direct)
        {
            return direct < 9 ? direct + 1 : 0;
        }

        foreach (var style in Chain(paragraph))
        {
            var name = (style.StyleName?.Val.Get() ?? "").ToLowerInvariant();
            if (name.StartsWith("heading ", StringComparison.Ordinal) && int.TryParse(name.AsSpan(8), NumberStyles.None, CultureInfo.InvariantCulture, out var level))
            {
                return level;
            }

            if (name == "title")
            {
                return 1;
            }

            if (style.StyleParagraphProperties?.OutlineLevel?.Val.Get() is { } outline)
            {
                return outline < 9 ? outline + 1 : 0;
            }
        }

        return 0;
    }

    /// <summary>True for the lines of a table of contents, which repeat the headings.</summary>
    public bool IsContents(Paragraph paragraph) =>
        Chain(paragraph).Any(s => (s.StyleName?.Val.Get() ?? "").StartsWith("toc ", StringComparison.OrdinalIgnoreCase));

    /// <summary>True for source code: what a style calls so.</summary>
    public bool IsCode(Paragraph paragraph) =>
        Chain(paragraph).Any(s => s.StyleName?.Val.Get() is { } name
            && (name.Contains("code", StringComparison.OrdinalIgnoreCase) || name.Equals("HTML Preformatted", StringComparison.OrdinalIgnoreCase)));

    public bool IsCaption(Paragraph paragraph) =>
        Chain(paragraph).Any(s => string.Equals(s.StyleName?.Val.Get(), "caption", StringComparison.OrdinalIgnoreCase));

    /// <summary>The numbering that a paragraph has, from itself or from its style; null for none.</summary>
    public (int NumberingId, int Level)? Numbering(Paragraph paragraph)
    {
        int? id = paragraph.ParagraphProperties?.NumberingProperties?.NumberingId?.Val.Get();
        int? level = paragraph.ParagraphProperties?.NumberingProperties?.NumberingLevelReference?.Val.Get();
        foreach (var properties in Chain(paragraph).Select(s => s.StyleParagraphProperties?.NumberingProperties))
        {
            id ??= properties?.NumberingId?.Val.Get();
            level ??= properties?.NumberingLevelReference?.Val.Get();
        }

        return id is > 0 ? (id.Value, Math.Clamp(level ?? 0, 0, 8)) : null;
    }

    private IEnumerable<Style> Chain(Paragraph paragraph)
    {
        var id = paragraph.ParagraphProperties?.ParagraphStyleId?.Val.Get() ?? defaultStyle;
        for (var i = 0; i < MaxInheritance && id is not null && styles.TryGetValue(id, out var style); i++)
        {
            yield return style;
            id = style.BasedOn?.Val.Get();
        }
    }
}
