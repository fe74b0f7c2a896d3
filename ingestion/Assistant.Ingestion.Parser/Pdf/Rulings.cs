using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace Assistant.Ingestion.Parser.Pdf;

/// <param name="At">Height of a horizontal line, or distance from the left of a vertical one.</param>
internal readonly record struct RulingLine(double At, double From, double To)
{
    public bool Covers(double position) => position >= From && position <= To;
}

/// <summary>The straight lines drawn on a page.</summary>
internal sealed class Rulings
{
    /// <summary>All in points.</summary>
    public const double Tolerance = 2.5;
    private const double MaxThickness = 2.5;
    private const double MinLength = 6;
    private const int MaxPaths = 20_000;

    private Rulings(List<RulingLine> horizontal, List<RulingLine> vertical)
    {
        Horizontal = Merge(horizontal);
        Vertical = Merge(vertical);
    }

    public IReadOnlyList<RulingLine> Horizontal { get; }

    public IReadOnlyList<RulingLine> Vertical { get; }

    public static Rulings Read(Page page)
    {
        var horizontal = new List<RulingLine>();
        var vertical = new List<RulingLine>();
        foreach (var path in page.Paths.Where(p => !p.IsClipping && (p.IsFilled || p.IsStroked)).Take(MaxPaths))
        {
            foreach (var subpath in path)
            {
                if (subpath.GetBoundingRectangle() is not { } bounds)
                {
                    continue;
                }

                var box = PdfBox.Of(bounds);
                if (box.Height <= MaxThickness || box.Width <= MaxThickness)
                {
                    Add(box, horizontal, vertical);
                }
                else if (path.IsStroked || subpath.IsDrawnAsRectangle)
                {
                    AddEdges(subpath, box, horizontal, vertical);
                }
            }
        }

        return new Rulings(horizontal, vertical);
    }

    /// <summary>True when a vertical line stands between two boxes of one line of text.</summary>
    public bool Part(PdfBox left, PdfBox right) =>
        right.Left > left.Right && Vertical.Any(v => v.At > left.Right - 1 && v.At < right.Left + 1 && v.Covers(left.CentreY));

    private static void Add(PdfBox box, List<RulingLine> horizontal, List<RulingLine> vertical)
    {
        if (box.Width >= MinLength && box.Height <= MaxThickness)
        {
            horizontal.Add(new RulingLine(box.CentreY, box.Left, box.Right));
        }
        else if (box.Height >= MinLength && box.Width <= MaxThickness)
        {
            vertical.Add(new RulingLine(box.CentreX, box.Bottom, box.Top));
        }
    }

    private static void AddEdges(PdfSubpath subpath, PdfBox box, List<RulingLine> horizontal, List<RulingLine> vertical)
    {
        if (subpath.IsDrawnAsRectangle)
        {
            Add(box with { Top = box.Bottom }, horizontal, vertical);
            Add(box with { Bottom = box.Top }, horizontal, vertical);
            Add(box with { Right = box.Left }, horizontal, vertical);
            Add(box with { Left = box.Right }, horizontal, vertical);
            return;
        }

        foreach (var line in subpath.Commands.OfType<PdfSubpath.Line>())
        {
            Add(PdfBox.Of(new PdfRectangle(line.From, line.To)), horizontal, vertical);
        }
    }

    /// <summary>Lines are often drawn cell by cell: pieces that touch become one.</summary>
    private static List<RulingLine> Merge(List<RulingLine> lines)
    {
        var merged = new List<RulingLine>();
        foreach (var group in Cluster(lines))
        {
            foreach (var line in group.OrderBy(l => l.From))
            {
                if (merged.Count > 0 && merged[^1].At == group[0].At && line.From <= merged[^1].To + Tolerance)
                {
                    merged[^1] = merged[^1] with { To = Math.Max(merged[^1].To, line.To) };
                }
                else
                {
                    merged.Add(line with { At = group[0].At });
                }
            }
        }

        return merged;
    }

    private static IEnumerable<List<RulingLine>> Cluster(List<RulingLine> lines)
    {
        var group = new List<RulingLine>();
        foreach (var line in lines.OrderBy(l => l.At))
        {
            if (group.Count > 0 && line.At - group[0].At > Tolerance)
            {
                yield return group;
                group = [];
            }

            group.Add(line);
        }

        if (group.Count > 0)
        {
            yield return group;
        }
    }
}
