namespace Assistant.Ingestion.Parser.Pdf;

/// <summary>Turns the lines of one column into paragraphs, list items and tables.</summary>
internal sealed class ColumnReader
{
    private readonly int page;
    private readonly List<TextLine> lines;
    private readonly double left;
    private readonly double right;
    private readonly double leading;
    private readonly bool isRightToLeft;

    private ColumnReader(IEnumerable<PdfSegment> column, int page)
    {
        this.page = page;
        lines = TextLine.Of(column);
        left = lines.Min(l => l.Box.Left);
        right = lines.Max(l => l.Box.Right);
        isRightToLeft = lines.Count(l => BidiOrder.IsRightToLeft(l.Whole.Text)) * 2 > lines.Count;
        leading = Leading(lines);
    }

    public static List<PdfBlock> Read(IReadOnlyList<PdfSegment> column, int page) =>
        column.Count == 0 ? [] : [.. new ColumnReader(column, page).Blocks()];

    private IEnumerable<PdfBlock> Blocks()
    {
        var paragraph = new List<TextLine>();
        for (var i = 0; i < lines.Count; i++)
        {
            var table = AlignedTables.LengthAt(lines, i);
            if (paragraph.Count > 0 && (table > 0 || Breaks(paragraph, lines[i])))
            {
                yield return Block(paragraph);
                paragraph = [];
            }

            if (table > 0)
            {
                yield return AlignedTables.Read(lines.GetRange(i, table), page);
                i += table - 1;
            }
            else
            {
                paragraph.Add(lines[i]);
            }
        }

        if (paragraph.Count > 0)
        {
            yield return Block(paragraph);
        }
    }

    private PdfBlock.Lines Block(List<TextLine> paragraph) => new(
        page,
        PdfBox.Around(paragraph.Select(l => l.Box)),
        [.. paragraph.Select(l => l.Whole)],
        PdfListMarker.Starts(paragraph[0].Whole.Text));

    private bool Breaks(List<TextLine> paragraph, TextLine next)
    {
        var last = paragraph[^1];
        var size = Math.Max(last.Whole.Size, next.Whole.Size);
        if (last.Baseline - next.Baseline > Math.Max(1.3 * leading * size, 1.25 * GapOf(paragraph))
            || Math.Abs(last.Whole.Size - next.Whole.Size) > 0.1 * size
            || last.Whole.Bold != next.Whole.Bold
            || PdfListMarker.Starts(next.Whole.Text))
        {
            return true;
        }

        return isRightToLeft ? EndsEarly(last.Box.Left - left, next, last) : IsIndented(paragraph, next) || EndsEarly(right - last.Box.Right, next, last);
    }

    private static double GapOf(List<TextLine> paragraph) =>
        paragraph.Count > 1 ? paragraph[^2].Baseline - paragraph[^1].Baseline : 0;

    /// <summary>The first line of a paragraph may be indented; the later lines of a list item are.</summary>
    private bool IsIndented(List<TextLine> paragraph, TextLine next)
    {
        var em = next.Whole.Size;
        var first = paragraph[0];
        if (PdfListMarker.Starts(first.Whole.Text))
        {
            return next.Box.Left < first.Box.Left + (0.5 * em) && paragraph.Count > 1 && paragraph[1].Box.Left > first.Box.Left + (0.5 * em);
        }

        return next.Box.Left > paragraph[^1].Box.Left + (0.8 * em) && paragraph[^1].Box.Left < left + (0.5 * em) && next.Box.Right > right - (3 * em);
    }

    /// <summary>True when the next line's first word would have fitted, and a sentence ends or a name begins.</summary>
    private bool EndsEarly(double room, TextLine next, TextLine last)
    {
        var words = next.Whole.Words;
        var first = isRightToLeft ? words[^1] : words[0];
        var fits = room > first.Box.Width + (1.5 * next.Whole.Size);
        var text = last.Whole.Text;
        var start = next.Whole.Text.FirstOrDefault(char.IsLetterOrDigit);
        return fits && (text[^1] is '.' or '!' or '?' or ':' or ';' || char.IsUpper(start) || char.IsDigit(start));
    }

    /// <summary>The usual distance of baselines, as a multiple of the font size.</summary>
    private static double Leading(List<TextLine> lines)
    {
        var ratios = lines.Zip(lines.Skip(1), (a, b) => (a.Baseline - b.Baseline) / Math.Max(a.Whole.Size, b.Whole.Size))
            .Where(r => r is > 0.8 and < 2.2).Order().ToList();
        return ratios.Count == 0 ? 1.25 : ratios[ratios.Count / 3];
    }
}
