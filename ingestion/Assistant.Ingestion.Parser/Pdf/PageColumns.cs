namespace Assistant.Ingestion.Parser.Pdf;

/// <summary>Divides a page into columns of running text, in the order of reading.</summary>
internal static class PageColumns
{
    /// <summary>Narrowest gutter in points.</summary>
    private const double MinGutter = 9;

    /// <summary>Least lines on either side, and what makes them running text and not the cells of a table.</summary>
    private const int MinLines = 4;
    private const double MinCharacters = 22;

    /// <summary>Regions from top to bottom, each with the segments of one column.</summary>
    public static List<List<PdfSegment>> Divide(IReadOnlyList<PdfSegment> segments)
    {
        var regions = new List<List<PdfSegment>>();
        List<PdfSegment>? single = null;
        foreach (var band in segments.Count == 0 ? [] : Bands(segments))
        {
            var gutters = band.Gutters.Where(g => IsBetweenText(band.Segments, g)).ToList();
            if (gutters.Count > 0)
            {
                regions.AddRange(Split(band.Segments, gutters));
                single = null;
            }
            else if (single is not null)
            {
                single.AddRange(band.Segments);
            }
            else
            {
                single = band.Segments;
                regions.Add(single);
            }
        }

        return regions;
    }

    /// <summary>Consecutive lines that leave some upright strip free between them.</summary>
    private static IEnumerable<Band> Bands(IReadOnlyList<PdfSegment> segments)
    {
        var page = PdfBox.Around(segments.Select(s => s.Box));
        Band? band = null;
        foreach (var line in Lines(segments))
        {
            var free = (band?.Gutters ?? [(page.Left, page.Right)]).SelectMany(g => Without(g, line)).Where(g => g.To - g.From >= MinGutter).ToList();
            if (band is not null && free.Count > 0)
            {
                band.Segments.AddRange(line);
                band = band with { Gutters = free };
                continue;
            }

            if (band is not null)
            {
                yield return band;
            }

            band = new Band([.. line], [.. Without((page.Left, page.Right), line).Where(g => g.To - g.From >= MinGutter)]);
        }

        if (band is not null)
        {
            yield return band;
        }
    }

    private static IEnumerable<List<PdfSegment>> Lines(IReadOnlyList<PdfSegment> segments)
    {
        var line = new List<PdfSegment>();
        foreach (var segment in segments.OrderByDescending(s => s.Baseline).ThenBy(s => s.Box.Left))
        {
            if (line.Count > 0 && line[0].Baseline - segment.Baseline > 0.3 * Math.Max(segment.Size, line[0].Size))
            {
                yield return line;
                line = [];
            }

            line.Add(segment);
        }

        if (line.Count > 0)
        {
            yield return line;
        }
    }

    private static IEnumerable<(double From, double To)> Without((double From, double To) free, List<PdfSegment> line)
    {
        var from = free.From;
        foreach (var segment in line.Where(s => s.Box.Right > free.From && s.Box.Left < free.To).OrderBy(s => s.Box.Left))
        {
            if (segment.Box.Left > from)
            {
                yield return (from, segment.Box.Left);
            }

            from = Math.Max(from, segment.Box.Right);
        }

        if (from < free.To)
        {
            yield return (from, free.To);
        }
    }

    private static bool IsBetweenText(List<PdfSegment> segments, (double From, double To) gutter)
    {
        var left = segments.Where(s => s.Box.Right <= gutter.From + 1).ToList();
        var right = segments.Where(s => s.Box.Left >= gutter.To - 1).ToList();
        return IsText(left) && IsText(right) && StandSideBySide(left, right);
    }

    private static bool StandSideBySide(List<PdfSegment> left, List<PdfSegment> right)
    {
        var (a, b) = (PdfBox.Around(left.Select(s => s.Box)), PdfBox.Around(right.Select(s => s.Box)));
        return Math.Min(a.Top, b.Top) - Math.Max(a.Bottom, b.Bottom) > 0.5 * Math.Min(a.Height, b.Height);
    }

    private static bool IsText(List<PdfSegment> side) => side.Count >= MinLines && side.Average(s => s.Length) >= MinCharacters;

    /// <summary>Columns from left to right; from right to left where that is the direction of the text.</summary>
    private static List<List<PdfSegment>> Split(List<PdfSegment> segments, List<(double From, double To)> gutters)
    {
        var columns = segments.GroupBy(s => gutters.Count(g => g.To <= s.Box.Left + 1)).OrderBy(g => g.Key).Select(g => g.ToList()).ToList();
        if (segments.Count(s => BidiOrder.IsRightToLeft(s.Text)) * 2 > segments.Count)
        {
            columns.Reverse();
        }

        return columns;
    }

    private sealed record Band(List<PdfSegment> Segments, List<(double From, double To)> Gutters);
}
