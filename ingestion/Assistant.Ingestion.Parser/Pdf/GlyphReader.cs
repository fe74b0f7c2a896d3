using UglyToad.PdfPig.Content;

namespace Assistant.Ingestion.Parser.Pdf;

/// <summary>The glyphs of a page that belong to its text.</summary>
internal static class GlyphReader
{
    /// <summary>What the names of bold fonts contain; "CMBX" and "SFBX" are the bold ones of TeX.</summary>
    private static readonly string[] BoldNames = ["Bold", "Black", "Heavy", "Demi", "CMBX", "SFBX"];

    /// <summary>Upright glyphs within the page, each once: some programs draw a character twice to make it bold.</summary>
    public static List<PdfGlyph> Read(Page page)
    {
        var visible = PdfBox.Of(page.CropBox.Bounds);
        var seen = new HashSet<(string, int, int)>();
        var glyphs = new List<PdfGlyph>(page.Letters.Count);
        foreach (var letter in page.Letters)
        {
            if (letter.TextOrientation != TextOrientation.Horizontal || string.IsNullOrEmpty(letter.Value))
            {
                continue;
            }

            var glyph = Of(letter);
            if (visible.Contains(glyph.Box.CentreX, glyph.Box.CentreY) && IsNew(glyph, seen))
            {
                glyphs.Add(glyph);
            }
        }

        return glyphs;
    }

    private static PdfGlyph Of(Letter letter)
    {
        var size = letter.PointSize > 0.5 ? letter.PointSize : Math.Max(1, letter.BoundingBox.Height);
        var left = Math.Min(letter.StartBaseLine.X, letter.EndBaseLine.X);
        var right = Math.Max(letter.StartBaseLine.X, letter.EndBaseLine.X);
        var baseline = letter.StartBaseLine.Y;
        return new PdfGlyph(letter.Value, new PdfBox(left, baseline, right, baseline + (0.7 * size)), size, IsBold(letter));
    }

    private static bool IsBold(Letter letter) =>
        letter.FontDetails.IsBold
        || letter.FontDetails.Weight >= 600
        || ((letter.FontName ?? letter.FontDetails.Name) is { } name && BoldNames.Any(b => name.Contains(b, StringComparison.OrdinalIgnoreCase)));

    private static bool IsNew(PdfGlyph glyph, HashSet<(string, int, int)> seen)
    {
        var (x, y) = ((int)Math.Round(glyph.Box.Left), (int)Math.Round(glyph.Baseline));
        if (seen.Contains((glyph.Text, x, y)) && !string.IsNullOrWhiteSpace(glyph.Text) && glyph.Box.Width > 1.5)
        {
            return false;
        }

        seen.Add((glyph.Text, x, y));
        return true;
    }
}
