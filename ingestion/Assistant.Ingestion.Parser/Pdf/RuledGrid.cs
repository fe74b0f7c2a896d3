using Assistant.Ingestion.Parser.Reading;

namespace Assistant.Ingestion.Parser.Pdf;

/// <summary>The cells between horizontal and vertical lines. Where a line is missing, cells are merged.</summary>
internal sealed class RuledGrid(List<RulingLine> horizontal, List<RulingLine> vertical)
{
    private const int MaxLines = 500;

    /// <summary>Frames and page borders make grids, too: they have few cells, or hold whole pages of text.</summary>
    private const int MinFilledCells = 4;
    private const int MaxCellLength = 1_500;

    private readonly List<double> ys = [.. horizontal.Select(h => h.At).Distinct().OrderDescending().Take(MaxLines)];
    private readonly List<double> xs = [.. vertical.Select(v => v.At).Distinct().Order().Take(MaxLines)];

    private PdfBox Box => new(xs[0], ys[^1], xs[^1], ys[0]);

    /// <summary>The table with its words; null for what is a mere frame, or a grid that holds no table.</summary>
    public RuledTable? Fill(IReadOnlyList<PdfSegment> segments)
    {
        if (xs.Count < 3 || ys.Count < 2)
        {
            return null;
        }

        var words = segments.SelectMany(s => s.Words).Where(w => Box.Contains(w.Box.CentreX, w.Box.CentreY)).ToList();
        var (rows, columns) = (ys.Count - 1, xs.Count - 1);
        var cells = new List<PdfWord>[rows, columns];
        foreach (var word in words)
        {
            var row = ys.FindLastIndex(y => word.Box.CentreY <= y);
            var column = xs.FindLastIndex(x => word.Box.CentreX >= x);
            (row, column) = Origin(Math.Clamp(row, 0, rows - 1), Math.Clamp(column, 0, columns - 1));
            (cells[row, column] ??= []).Add(word);
        }

        // Double lines make thin rows that only continue the cells above.
        var filledRows = Enumerable.Range(0, rows).Where(row => Enumerable.Range(0, columns).Any(column => cells[row, column] is not null)).ToList();
        if (cells.Cast<List<PdfWord>?>().Count(c => c is not null) < MinFilledCells || cells.Cast<List<PdfWord>?>().Any(c => c?.Sum(w => w.Text.Length + 1) > MaxCellLength))
        {
            return null;
        }

        var grid = new TableGrid(MaxLines);
        for (var row = 0; row < rows; row++)
        {
            grid.AddRow(CellsOf(row, cells));
        }

        var isRightToLeft = words.Count(w => BidiOrder.IsRightToLeft(w.Text)) * 2 > words.Count;
        var texts = filledRows.Select(row => isRightToLeft ? [.. grid.Rows[row].Reverse()] : grid.Rows[row]).ToList();
        return new RuledTable(Box, texts, IsBold(filledRows[0], cells) && (filledRows.Count == 1 || !IsBold(filledRows[1], cells)));
    }

    private IEnumerable<GridCell> CellsOf(int row, List<PdfWord>[,] cells)
    {
        for (var column = 0; column < xs.Count - 1;)
        {
            var width = 1;
            while (column + width < xs.Count - 1 && !HasWallLeftOf(row, column + width))
            {
                width++;
            }

            if (Origin(row, column) == (row, column))
            {
                var height = 1;
                while (row + height < ys.Count - 1 && !HasFloorAbove(row + height, column))
                {
                    height++;
                }

                yield return new GridCell(Text(cells[row, column]), width, height);
            }

            column += width;
        }
    }

    /// <summary>The upper left cell of the merged cell that a cell belongs to.</summary>
    private (int Row, int Column) Origin(int row, int column)
    {
        while (column > 0 && !HasWallLeftOf(row, column))
        {
            column--;
        }

        while (row > 0 && !HasFloorAbove(row, column))
        {
            row--;
        }

        return (row, column);
    }

    private bool HasWallLeftOf(int row, int column)
    {
        var middle = (ys[row] + ys[row + 1]) / 2;
        return vertical.Exists(v => v.At == xs[column] && v.Covers(middle));
    }

    private bool HasFloorAbove(int row, int column)
    {
        var middle = (xs[column] + xs[column + 1]) / 2;
        return horizontal.Exists(h => h.At == ys[row] && h.Covers(middle));
    }

    private bool IsBold(int row, List<PdfWord>[,] cells)
    {
        var words = Enumerable.Range(0, xs.Count - 1).SelectMany(c => cells[row, c] ?? []).ToList();
        return words.Count > 0 && words.TrueForAll(w => w.Bold);
    }

    private static string Text(List<PdfWord>? words) => words is null ? "" : LineJoin.Cell(words);
}
