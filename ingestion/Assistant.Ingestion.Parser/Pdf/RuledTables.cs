namespace Assistant.Ingestion.Parser.Pdf;

/// <summary>A table that is drawn with lines: the rows of texts, and where it stands.</summary>
internal sealed record RuledTable(PdfBox Box, IReadOnlyList<IReadOnlyList<string>> Rows, bool HasBoldHeader);

/// <summary>Finds the grids that the lines of a page make, and puts the words into their cells.</summary>
internal static class RuledTables
{
    private const double MinColumnWidth = 8;

    public static List<RuledTable> Find(Rulings rulings, IReadOnlyList<PdfSegment> segments) =>
        [.. Grids(rulings).Select(grid => grid.Fill(segments)).OfType<RuledTable>()];

    /// <summary>Lines that touch each other belong to one grid.</summary>
    private static IEnumerable<RuledGrid> Grids(Rulings rulings)
    {
        var vertical = rulings.Vertical.ToList();
        var horizontal = rulings.Horizontal.ToList();
        while (vertical.Count > 0)
        {
            var (columns, rows) = (new List<RulingLine> { vertical[0] }, new List<RulingLine>());
            vertical.RemoveAt(0);
            var grown = true;
            while (grown)
            {
                var touchedRows = horizontal.Where(h => columns.Exists(v => Touch(h, v))).ToList();
                horizontal.RemoveAll(touchedRows.Contains);
                rows.AddRange(touchedRows);
                var touchedColumns = vertical.Where(v => rows.Exists(h => Touch(h, v))).ToList();
                vertical.RemoveAll(touchedColumns.Contains);
                columns.AddRange(touchedColumns);
                grown = touchedRows.Count + touchedColumns.Count > 0;
            }

            if (rows.Count >= 2 && columns.Count >= 2)
            {
                yield return new RuledGrid(rows, WithEdges(rows, columns));
            }
        }
    }

    /// <summary>Many tables have no line at their left and right: they reach as far as their horizontal lines.</summary>
    private static List<RulingLine> WithEdges(List<RulingLine> rows, List<RulingLine> columns)
    {
        var (bottom, top) = (rows.Min(r => r.At), rows.Max(r => r.At));
        var (left, right) = (rows.Min(r => r.From), rows.Max(r => r.To));
        var edges = columns.ToList();
        if (left < columns.Min(c => c.At) - MinColumnWidth)
        {
            edges.Add(new RulingLine(left, bottom, top));
        }

        if (right > columns.Max(c => c.At) + MinColumnWidth)
        {
            edges.Add(new RulingLine(right, bottom, top));
        }

        return edges;
    }

    private static bool Touch(RulingLine horizontal, RulingLine vertical) =>
        vertical.At >= horizontal.From - Rulings.Tolerance && vertical.At <= horizontal.To + Rulings.Tolerance
        && horizontal.At >= vertical.From - Rulings.Tolerance && horizontal.At <= vertical.To + Rulings.Tolerance;
}
