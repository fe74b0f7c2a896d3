using Assistant.Ingestion.Parser.Reading;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Assistant.Ingestion.Parser.Pdf;

/// <summary>
/// PDF: a page is glyphs at places, and all structure is inferred from them: lines, columns, tables (drawn and aligned),
/// paragraphs, headings, running headers.
/// </summary>
internal sealed class PdfReader : IFormatReader
{
    private const int TailBytes = 8 * 1024;

    public void Read(SourceFile file, TextBuilder text)
    {
        var bytes = file.ReadBytes();
        if (!HasEnd(bytes))
        {
            throw Refusals.Damaged();
        }

        try
        {
            using var document = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            text.Title = Title(document);
            var pages = document.GetPages().Select(PdfPage.Read).ToList();
            RunningLines.Remove(pages);
            PdfWriter.Write(text, [.. pages.SelectMany(p => p.Blocks())]);
        }
        catch (PdfDocumentEncryptedException)
        {
            throw Refusals.PasswordProtected();
        }
    }

    /// <summary>A file that was cut off would be read up to the cut, and nobody would notice.</summary>
    private static bool HasEnd(byte[] bytes)
    {
        var tail = bytes.AsSpan(Math.Max(0, bytes.Length - TailBytes));
        return tail.IndexOf("%%EOF"u8) >= 0 || tail.IndexOf("startxref"u8) >= 0;
    }

    /// <summary>The title that the file gives itself, unless it is only a file name.</summary>
    private static string? Title(PdfDocument document)
    {
        var title = document.Information.Title?.Trim();
        return string.IsNullOrEmpty(title)
            || title.StartsWith("Microsoft Word", StringComparison.OrdinalIgnoreCase)
            || title.StartsWith("untitled", StringComparison.OrdinalIgnoreCase)
            || title.Contains('\\', StringComparison.Ordinal)
            || (Path.HasExtension(title) && !title.Contains(' ', StringComparison.Ordinal))
            ? null
            : title;
    }
}
