namespace Assistant.Ingestion.Parser.Pdf;

/// <summary>The segments of one column that stand on one line, from left to right. A list marker is part of its item.</summary>
internal sealed class TextLine(IReadOnlyList<PdfSegment> segments)
{
    public IReadOnlyList<PdfSegment> Segments { get; } = segments;

    public PdfBox Box { get; } = PdfBox.Around(segments.Select(s => s.Box));

    public PdfSegment Whole { get; } = segments.Skip(1).Aggregate(segments[0], (a, b) => a.With(b));

    public double Baseline => Segments[0].Baseline;

    /// <summary>The lines of a column from top to bottom.</summary>
    public static List<TextLine> Of(IEnumerable<PdfSegment> column)
    {
        var lines = new List<List<PdfSegment>>();
        foreach (var segment in column.OrderByDescending(s => s.Baseline))
        {
            if (lines.Count == 0 || lines[^1][0].Baseline - segment.Baseline > 0.35 * Math.Max(segment.Size, lines[^1][0].Size))
            {
                lines.Add([]);
            }

            lines[^1].Add(segment);
        }

        return [.. lines.Select(l => new TextLine(JoinMarker([.. l.OrderBy(s => s.Box.Left)])))];
    }

    private static List<PdfSegment> JoinMarker(List<PdfSegment> segments)
    {
        if (segments.Count > 1 && PdfListMarker.IsAlone(segments[0].Text))
        {
            segments[0] = segments[0].With(segments[1]);
            segments.RemoveAt(1);
        }

        return segments;
    }
}
