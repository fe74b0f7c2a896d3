namespace Assistant.Ingestion.Parser.Reading;

/// <param name="Columns">Columns it covers, at least 1.</param>
/// <param name="Rows">Rows it covers, at least 1.</param>
internal readonly record struct GridCell(string Text, int Columns = 1, int Rows = 1);

/// <summary>
/// Lays cells that cover several rows or columns out on a grid. Such a cell is repeated in every place that it covers,
/// because a row must make sense alone and a value belongs to each of its columns. One that is a whole row, or holds a
/// long text, stands once.
/// </summary>
internal sealed class TableGrid(int maxColumns)
{
    private const int LongText = 200;

    private readonly List<List<string>> rows = [];

    /// <summary>Per column: text that is still repeated, and in how many more rows.</summary>
    private readonly Dictionary<int, (string Text, int Rows)> open = [];

    public IReadOnlyList<IReadOnlyList<string>> Rows => rows;

    public void AddRow(IEnumerable<GridCell> cells)
    {
        var row = new List<string>();
        var given = cells.ToList();
        foreach (var cell in given)
        {
            FillOpen(row);
            for (var i = 0; i < cell.Columns && row.Count < maxColumns; i++)
            {
                var repeated = cell.Text.Length <= LongText && (i == 0 || given.Count > 1) ? cell.Text : "";
                if (cell.Rows > 1)
                {
                    open[row.Count] = (repeated, cell.Rows - 1);
                }

                row.Add(i == 0 ? cell.Text : repeated);
            }
        }

        FillOpen(row);
        rows.Add(row);
    }

    private void FillOpen(List<string> row)
    {
        while (open.TryGetValue(row.Count, out var above) && row.Count < maxColumns)
        {
            if (above.Rows == 1)
            {
                open.Remove(row.Count);
            }
            else
            {
                open[row.Count] = above with { Rows = above.Rows - 1 };
            }

            row.Add(above.Text);
        }
    }
}
