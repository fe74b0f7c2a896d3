using Assistant.Core.Policies;

namespace Assistant.Web.Review.Case;

/// <summary>Cuts a text at the edges of its findings, so that each piece can be marked with what was found in it.</summary>
internal static class SpanMarks
{
    /// <summary>
    /// Pieces that tile the text, in order. Findings may overlap; what lies outside the text is left out, and a span
    /// never cuts a surrogate pair in two.
    /// </summary>
    public static IReadOnlyList<MarkedPiece> Cut(string text, IReadOnlyList<Finding> findings)
    {
        var spans = findings.Select(f => (Finding: f, Span: Fit(f, text))).Where(s => s.Span.End > s.Span.Start).ToList();
        var edges = new SortedSet<int>(spans.SelectMany(s => new[] { s.Span.Start, s.Span.End })) { 0, text.Length };
        return
        [
            .. edges.Zip(edges.Skip(1), (start, end) => new MarkedPiece(
                text[start..end],
                [.. spans.Where(s => s.Span.Start <= start && end <= s.Span.End).Select(s => s.Finding)])),
        ];
    }

    private static (int Start, int End) Fit(Finding finding, string text)
    {
        var start = Math.Clamp(finding.Start, 0, text.Length);
        var end = (int)Math.Clamp((long)finding.Start + finding.Length, start, text.Length);
        if (start == end)
        {
            return (start, end);
        }

        return (SplitsPair(text, start) ? start - 1 : start, SplitsPair(text, end) ? end + 1 : end);
    }

    private static bool SplitsPair(string text, int at) =>
        at > 0 && at < text.Length && char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]);
}

/// <param name="Findings">What was found in this piece; empty for plain text.</param>
internal sealed record MarkedPiece(string Text, IReadOnlyList<Finding> Findings);
