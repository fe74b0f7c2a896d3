using System.Text.RegularExpressions;

namespace Assistant.Ingestion.Parser.Pdf;

/// <summary>Finds what repeats at the top or bottom of pages (headers, footers, page numbers) and takes it out.</summary>
internal static partial class RunningLines
{
    /// <summary>Share of the page height within which headers and footers are looked for.</summary>
    private const double Zone = 0.12;
    private const double SamePlace = 6;
    private const int LinesPerZone = 4;

    public static void Remove(IReadOnlyList<PdfPage> pages)
    {
        var candidates = pages.SelectMany(Candidates).ToList();
        foreach (var group in candidates.GroupBy(c => c.Key))
        {
            foreach (var candidate in group)
            {
                var alike = group.Where(c => Math.Abs(c.Height - candidate.Height) < SamePlace).Select(c => c.Page.Number).Distinct().Count();
                if (candidate.IsPageNumber || (alike >= 2 && alike * 4 >= pages.Count))
                {
                    candidate.Page.Segments.RemoveAll(candidate.Segments.Contains);
                }
            }
        }
    }

    private static IEnumerable<Candidate> Candidates(PdfPage page)
    {
        var lines = TextLine.Of(page.Segments);
        var top = lines.Take(LinesPerZone).Where(l => l.Baseline > page.Bounds.Top - (Zone * page.Bounds.Height));
        var bottom = lines.TakeLast(LinesPerZone).Where(l => l.Baseline < page.Bounds.Bottom + (Zone * page.Bounds.Height));
        return top.Concat(bottom).Distinct().Select(l => new Candidate(
            page,
            [.. page.Segments.Where(s => Math.Abs(s.Baseline - l.Baseline) < 0.35 * s.Size)],
            Digits().Replace(l.Whole.Text, "#"),
            l.Baseline,
            PageNumber().IsMatch(l.Whole.Text)));
    }

    private sealed record Candidate(PdfPage Page, List<PdfSegment> Segments, string Key, double Height, bool IsPageNumber);

    [GeneratedRegex(@"\d+", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^\W*((page|seite|página|pág\.|p\.|s\.)\s*)?(\d{1,4}|[ivxl]{1,6})(\s*(of|von|de|/)\s*\d{1,4})?\W*$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();
}
