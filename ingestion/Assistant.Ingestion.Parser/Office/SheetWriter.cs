using Assistant.Ingestion.Parser.Reading;

namespace Assistant.Ingestion.Parser.Office;

/// <summary>Divides a sheet at its empty rows and columns into tables and single lines of text.</summary>
internal static class SheetWriter
{
    private const int MaxHeadingLength = 120;

    public static void Write(SheetCells sheet, TextBuilder text)
    {
        foreach (var block in Blocks(sheet.Rows))
        {
            WriteBlock(block, text);
        }
    }

    private static IEnumerable<List<SheetRow>> Blocks(IReadOnlyList<SheetRow> rows)
    {
        var block = new List<SheetRow>();
        foreach (var row in rows)
        {
            if (block.Count > 0 && row.Number > block[^1].Number + 1)
            {
                yield return block;
                block = [];
            }

            block.Add(row);
        }

        if (block.Count > 0)
        {
            yield return block;
        }
    }

    private static void WriteBlock(List<SheetRow> block, TextBuilder text)
    {
        // Lines above a table: its title, its unit, its date.
        var start = 0;
        while (start < block.Count && block[start].Cells.Count == 1)
        {
            WriteLine(block[start].Cells[0], text);
            start++;
        }

        var rows = block.GetRange(start, block.Count - start);
        foreach (var columns in ColumnGroups(rows))
        {
            WriteTable([.. rows.Select(r => r.Cells.Where(c => c.Column >= columns.First && c.Column <= columns.Last).ToList()).Where(r => r.Count > 0)], text);
        }
    }

    private static void WriteLine(SheetCell cell, TextBuilder text)
    {
        if (cell.Bold && cell.Text.Length <= MaxHeadingLength)
        {
            text.Heading(cell.Text, 2);
        }
        else
        {
            text.Paragraph(cell.Text);
        }
    }

    /// <summary>Tables side by side: an empty column with at least two filled ones on either side parts them.</summary>
    private static List<(int First, int Last)> ColumnGroups(List<SheetRow> rows)
    {
        var used = rows.SelectMany(r => r.Cells).Select(c => c.Column).Distinct().Order().ToList();
        var groups = new List<List<int>>();
        foreach (var column in used)
        {
            if (groups.Count == 0 || column > groups[^1][^1] + 1)
            {
                groups.Add([]);
            }

            groups[^1].Add(column);
        }

        return groups.Count > 1 && groups.All(g => g.Count >= 2)
            ? [.. groups.Select(g => (g[0], g[^1]))]
            : used.Count == 0 ? [] : [(used[0], used[^1])];
    }

    private static void WriteTable(List<List<SheetCell>> rows, TextBuilder text)
    {
        // Columns without any content carry nothing, however many there are.
        var columns = rows.SelectMany(r => r).Select(c => c.Column).Distinct().Order().ToList();
        if (columns.Count == 1)
        {
            rows.ForEach(r => WriteLine(r[0], text));
            return;
        }

        var cells = rows.Select(row => Spread(row, columns)).ToList();
        var isStyled = rows.Count > 1 && rows[0].Count > 1 && rows[0].TrueForAll(c => c.Bold) && !rows[1].TrueForAll(c => c.Bold);
        text.Table(cells, isStyled ? 1 : TableHeader.Guess(cells));
    }

    /// <summary>One text per column, empty where the row has no cell. Both are in the order of columns.</summary>
    private static List<string> Spread(List<SheetCell> row, List<int> columns)
    {
        var spread = new List<string>(columns.Count);
        var next = 0;
        foreach (var column in columns)
        {
            var filled = next < row.Count && row[next].Column == column;
            spread.Add(filled ? row[next].Text : "");
            next += filled ? 1 : 0;
        }

        return spread;
    }
}
