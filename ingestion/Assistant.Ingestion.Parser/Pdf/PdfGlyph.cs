namespace Assistant.Ingestion.Parser.Pdf;

/// <summary>One drawn character (or ligature).</summary>
/// <param name="Box">From baseline to the height of the font, so that all glyphs of a line are equally high.</param>
/// <param name="Size">Font size in points, as it appears on the page.</param>
internal readonly record struct PdfGlyph(string Text, PdfBox Box, double Size, bool Bold)
{
    public double Baseline => Box.Bottom;
}
