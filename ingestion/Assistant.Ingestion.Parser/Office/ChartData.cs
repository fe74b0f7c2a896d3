using Assistant.Ingestion.Parser.Reading;
using DocumentFormat.OpenXml;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace Assistant.Ingestion.Parser.Office;

/// <summary>The numbers behind a chart, as a table: a row per category, a column per series.</summary>
internal static class ChartData
{
    private const int MaxPoints = 10_000;

    public static void Write(C.ChartSpace chart, TextBuilder text)
    {
        if (chart.Descendants<C.Title>().FirstOrDefault()?.Descendants<DocumentFormat.OpenXml.Drawing.Paragraph>() is { } title)
        {
            text.Paragraph(string.Join(' ', title.Select(DrawingText.Of)));
        }

        var series = chart.Descendants<C.PlotArea>().SelectMany(p => p.Descendants())
            .Where(e => e.LocalName == "ser" && e.Parent?.LocalName.EndsWith("Chart", StringComparison.Ordinal) == true)
            .ToList();
        if (series.Count == 0)
        {
            return;
        }

        var names = series.Select(s => Points(s.GetFirstChild<C.SeriesText>()).Values.FirstOrDefault() ?? "").ToList();
        var categories = series.Select(s => Points((OpenXmlElement?)s.GetFirstChild<C.CategoryAxisData>() ?? s.GetFirstChild<C.XValues>())).FirstOrDefault(c => c.Count > 0) ?? [];
        var values = series.Select(s => Points((OpenXmlElement?)s.GetFirstChild<C.Values>() ?? s.GetFirstChild<C.YValues>())).ToList();
        var indices = categories.Keys.Union(values.SelectMany(v => v.Keys)).Order().Take(MaxPoints);

        List<IReadOnlyList<string>> rows = [["", .. names]];
        rows.AddRange(indices.Select(i => (IReadOnlyList<string>)[categories.GetValueOrDefault(i, ""), .. values.Select(v => v.GetValueOrDefault(i, ""))]));
        text.Table(rows, names.Any(n => n.Length > 0) ? 1 : 0);
    }

    /// <summary>Cached points by index. Of categories in several levels, the innermost comes first and is taken.</summary>
    private static Dictionary<uint, string> Points(OpenXmlElement? data)
    {
        var points = new Dictionary<uint, string>();
        foreach (var point in data?.Descendants() ?? [])
        {
            if (point is C.StringPoint text && text.Index.Get() is { } s)
            {
                points.TryAdd(s, text.NumericValue?.Text ?? "");
            }
            else if (point is C.NumericPoint number && number.Index.Get() is { } n)
            {
                points.TryAdd(n, number.NumericValue?.Text ?? "");
            }
        }

        return points;
    }
}
