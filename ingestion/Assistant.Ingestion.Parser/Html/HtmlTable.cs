using AngleSharp.Dom;
using Assistant.Ingestion.Parser.Reading;

namespace Assistant.Ingestion.Parser.Html;

/// <summary>The rows of a data table, with merged cells laid out on the grid.</summary>
internal sealed record HtmlTable(IReadOnlyList<IReadOnlyList<string>> Rows, int HeaderRows)
{
    private const int MaxColumns = 500;

    /// <summary>Reads a table; null when it only lays out a page: it has one column, or no header and other tables within.</summary>
    public static HtmlTable? Read(IElement table)
    {
        var rows = table.QuerySelectorAll("tr").Where(r => r.Closest("table") == table && !MainContent.IsLeftOut(r)).ToList();
        var hasHeaderCells = rows.Exists(r => r.Children.Any(c => c.LocalName == "th"));
        if (!hasHeaderCells && table.QuerySelector("table, h1, h2") is not null)
        {
            return null;
        }

        var grid = new TableGrid(MaxColumns);
        var headerRows = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            var cells = Cells(rows[i]);
            grid.AddRow(cells.Select(c => new GridCell(ElementText.Of(c), Span(c, "colspan"), Span(c, "rowspan"))));
            if (headerRows == i && cells.Count > 0 && (rows[i].ParentElement?.LocalName == "thead" || cells.All(c => c.LocalName == "th")))
            {
                headerRows++;
            }
        }

        // Header cells all the way down are no header.
        return grid.Rows.All(r => r.Count <= 1) && rows.Count > 0 && table.QuerySelector("p, div, ul, ol") is not null
            ? null
            : new HtmlTable(grid.Rows, headerRows == rows.Count ? TableHeader.Guess(grid.Rows) : headerRows > 0 ? headerRows : TableHeader.Guess(grid.Rows));
    }

    private static List<IElement> Cells(IElement row) => [.. row.Children.Where(c => c.LocalName is "td" or "th")];

    private static int Span(IElement cell, string attribute) =>
        int.TryParse(cell.GetAttribute(attribute), out var span) && span > 0 ? Math.Min(span, MaxColumns) : 1;
}
