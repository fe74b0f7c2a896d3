namespace Assistant.Ingestion.Parser.Pdf;

/// <summary>Tells headings by their looks: larger than the running text, or bold and alone. Larger ones stand higher.</summary>
internal sealed class HeadingStyles
{
    private const double Larger = 1.12;
    private const int MaxLength = 160;
    private const int MaxLines = 3;
    private const double NoteShare = 0.88;

    private readonly double body;
    private readonly List<double> sizes;

    public HeadingStyles(IReadOnlyList<PdfBlock> blocks)
    {
        var lines = blocks.OfType<PdfBlock.Lines>().ToList();
        body = lines.Count == 0 ? 0 : lines.SelectMany(l => l.Segments).GroupBy(s => s.Size).MaxBy(g => g.Sum(s => s.Length))!.Key;
        sizes = [.. lines.Where(l => IsLarge(l) && IsShort(l)).Select(l => l.Size).Distinct().OrderDescending()];
    }

    /// <summary>Depth from 1; 0 for what is no heading.</summary>
    public int LevelOf(PdfBlock.Lines block)
    {
        if (!IsShort(block) || (block.IsItem && (!IsLarge(block) || PdfListMarker.StartsWithBullet(block.Segments[0].Text))))
        {
            return 0;
        }

        return IsLarge(block) ? sizes.IndexOf(block.Size) + 1
            : block.Bold && block.Size >= body && block.LastLine[^1] is not (',' or ';') ? sizes.Count + 1
            : 0;
    }

    /// <summary>Captions and footnotes are smaller than the running text.</summary>
    public bool IsNote(PdfBlock.Lines block) => block.Size <= NoteShare * body;

    private bool IsLarge(PdfBlock.Lines block) => block.Size >= Larger * body;

    private static bool IsShort(PdfBlock.Lines block) =>
        block.Length <= MaxLength && block.Segments.Count <= MaxLines && block.LastLine[^1] != '.' && block.Segments.Any(s => s.Text.Any(char.IsLetter));
}
