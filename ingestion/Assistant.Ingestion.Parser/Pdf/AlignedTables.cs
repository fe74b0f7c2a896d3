namespace Assistant.Ingestion.Parser.Pdf;

/// <summary>Recognises tables without lines: consecutive lines whose segments stand below each other.</summary>
internal static class AlignedTables
{
    private const int MinRows = 3;
    private const int MinRowsOfThreeColumns = 2;

    /// <summary>A gap between lines above this many line heights ends a table.</summary>
    private const double MaxGap = 2.6;

    /// <summary>Length of the table that starts at a line, in lines; 0 when none does.</summary>
    public static int LengthAt(List<TextLine> lines, int start)
    {
        if (lines[start].Segments.Count < 2)
        {
            return 0;
        }

        var columns = lines[start].Segments.Select(s => s.Box).ToList();
        int end = start + 1, rows = 1, last = end;
        for (; end < lines.Count && IsClose(lines[end - 1], lines[end]) && TryFit(columns, lines[end]); end++)
        {
            if (lines[end].Segments.Count >= 2)
            {
                rows++;
                last = end + 1;
            }
            else if (Starts(columns[0], lines[end].Segments[0]) && IsFar(lines[end - 1], lines[end]))
            {
                break;
            }
        }

        // Lines below the last real row belong to it when they go on in a column other than the first.
        while (last < end && !Starts(columns[0], lines[last].Segments[0]))
        {
            last++;
        }

        return rows >= (columns.Count >= 3 ? MinRowsOfThreeColumns : MinRows) ? last - start : 0;
    }

    public static PdfBlock.Table Read(List<TextLine> lines, int page)
    {
        var columns = new List<PdfBox>();
        foreach (var line in lines)
        {
            TryFit(columns, line);
        }

        var rows = new List<List<PdfWord>[]>();
        var breaks = RowGap(lines);
        for (var i = 0; i < lines.Count; i++)
        {
            var cells = Cells(lines[i], columns);
            var isNew = i == 0 || (breaks is { } gap ? lines[i - 1].Baseline - lines[i].Baseline > gap : cells[0].Count > 0);
            if (isNew)
            {
                rows.Add(cells);
            }
            else
            {
                for (var c = 0; c < columns.Count; c++)
                {
                    rows[^1][c].AddRange(cells[c]);
                }
            }
        }

        var box = PdfBox.Around(lines.Select(l => l.Box));
        var isBold = rows.Count > 1 && rows[0].SelectMany(c => c).All(w => w.Bold) && !rows[1].SelectMany(c => c).All(w => w.Bold);
        return new PdfBlock.Table(page, box, [.. rows.Select(r => r.Select(LineJoin.Cell).ToList())], isBold);
    }

    private static List<PdfWord>[] Cells(TextLine line, List<PdfBox> columns)
    {
        var cells = columns.Select(_ => new List<PdfWord>()).ToArray();
        foreach (var segment in line.Segments)
        {
            var column = columns.FindIndex(c => c.OverlapsAcross(segment.Box));
            cells[Math.Max(0, column)].AddRange(segment.Words);
        }

        return cells;
    }

    /// <summary>The distance of baselines above which a new row begins; null when all lines are equally far apart.</summary>
    private static double? RowGap(List<TextLine> lines)
    {
        var gaps = lines.Zip(lines.Skip(1), (a, b) => a.Baseline - b.Baseline).Order().ToList();
        return gaps.Count > 1 && gaps[^1] > 1.25 * gaps[0] && lines.Exists(l => l.Segments.Count == 1) ? (gaps[0] + gaps[^1]) / 2 : null;
    }

    /// <summary>Adds a line to the columns; false when one of its segments reaches over two of them.</summary>
    private static bool TryFit(List<PdfBox> columns, TextLine line)
    {
        var fitted = columns.ToList();
        var used = new HashSet<int>();
        foreach (var segment in line.Segments)
        {
            var over = fitted.Select((box, index) => (box, index)).Where(c => c.box.OverlapsAcross(segment.Box)).Select(c => c.index).ToList();
            if (over.Count > 1 || (over.Count == 1 && !used.Add(over[0])))
            {
                return false;
            }

            if (over.Count == 1)
            {
                fitted[over[0]] = fitted[over[0]].With(segment.Box);
            }
            else
            {
                fitted.Add(segment.Box);
            }
        }

        fitted.Sort((a, b) => a.Left.CompareTo(b.Left));
        columns.Clear();
        columns.AddRange(fitted);
        return true;
    }

    private static bool IsClose(TextLine above, TextLine below) =>
        above.Baseline - below.Baseline < MaxGap * Math.Max(above.Whole.Size, below.Whole.Size);

    private static bool IsFar(TextLine above, TextLine below) =>
        above.Baseline - below.Baseline > 1.6 * Math.Max(above.Whole.Size, below.Whole.Size)
        || below.Whole.Size > 1.1 * above.Whole.Size
        || below.Whole.Bold != above.Whole.Bold;

    private static bool Starts(PdfBox column, PdfSegment segment) => column.OverlapsAcross(segment.Box);
}
