using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Assistant.Ingestion.Parser.Office;

/// <param name="Column">From 1.</param>
internal readonly record struct SheetCell(int Column, string Text, bool Bold);

/// <param name="Number">From 1; rows without any content are left out.</param>
internal sealed record SheetRow(int Number, List<SheetCell> Cells);

/// <summary>The filled cells of a sheet, read as a stream: sheets may be far larger than what they hold.</summary>
internal sealed record SheetCells(IReadOnlyList<SheetRow> Rows)
{
    public static SheetCells Read(WorksheetPart part, CellFormatter format, IReadOnlyList<string> strings)
    {
        var rows = new List<SheetRow>();
        var merges = new List<CellRange>();
        using var reader = OpenXmlReader.Create(part);
        var rowNumber = 0;
        while (reader.Read())
        {
            if (!reader.IsStartElement)
            {
                continue;
            }

            if (reader.ElementType == typeof(Row) && reader.LoadCurrentElement() is Row row)
            {
                rowNumber = (int)(row.RowIndex.Get() ?? (uint)rowNumber + 1);
                var cells = ReadRow(row, format, strings);
                if (cells.Count > 0)
                {
                    rows.Add(new SheetRow(rowNumber, cells));
                }
            }
            else if (reader.ElementType == typeof(MergeCell) && reader.LoadCurrentElement() is MergeCell { Reference.Value: { } reference } && CellRange.TryParse(reference, out var range))
            {
                merges.Add(range);
            }
        }

        RepeatMerged(rows, merges);
        return new SheetCells(rows);
    }

    private static List<SheetCell> ReadRow(Row row, CellFormatter format, IReadOnlyList<string> strings)
    {
        var cells = new List<SheetCell>();
        var column = 0;
        foreach (var cell in row.Elements<Cell>())
        {
            column = CellRange.ColumnOf(cell.CellReference.Get()) ?? column + 1;
            var text = TextOf(cell, format, strings);
            if (!string.IsNullOrWhiteSpace(text))
            {
                cells.Add(new SheetCell(column, text, format.IsBold(cell.StyleIndex.Get())));
            }
        }

        // Out of order or twice in a row: only in files that no spreadsheet program wrote.
        return [.. cells.DistinctBy(c => c.Column).OrderBy(c => c.Column)];
    }

    private static string TextOf(Cell cell, CellFormatter format, IReadOnlyList<string> strings)
    {
        var raw = cell.CellValue?.Text ?? "";
        var type = cell.DataType.Get();
        if (type == CellValues.SharedString)
        {
            return int.TryParse(raw, out var index) && index >= 0 && index < strings.Count ? strings[index] : "";
        }

        if (type == CellValues.InlineString)
        {
            return cell.InlineString is { } inline ? SharedStrings.Of(inline) : "";
        }

        if (type == CellValues.Boolean)
        {
            return raw == "1" ? "TRUE" : "FALSE";
        }

        return type is null || type == CellValues.Number ? (raw.Length == 0 ? "" : format.Number(raw, cell.StyleIndex.Get())) : raw;
    }

    /// <summary>A merged cell is repeated in every place that it covers, in the rows and columns that hold anything.</summary>
    private static void RepeatMerged(List<SheetRow> rows, List<CellRange> merges)
    {
        var indexOf = rows.Select((row, index) => (row.Number, index)).DistinctBy(r => r.Number).ToDictionary(r => r.Number, r => r.index);
        var lastUsed = rows.SelectMany(r => r.Cells).Select(c => c.Column).DefaultIfEmpty(0).Max();
        foreach (var merge in merges)
        {
            if (!indexOf.TryGetValue(merge.FirstRow, out var first) || rows[first].Cells.FindIndex(c => c.Column == merge.FirstColumn) is not (>= 0 and var at))
            {
                continue;
            }

            // A cell that is alone in its row is a title or a label, whatever it is merged with.
            var source = rows[first].Cells[at];
            var lastColumn = rows[first].Cells.Count > 1 ? Math.Min(merge.LastColumn, lastUsed) : merge.FirstColumn;
            for (var i = first; i < rows.Count && rows[i].Number <= merge.LastRow; i++)
            {
                for (var column = merge.FirstColumn; column <= lastColumn; column++)
                {
                    Insert(rows[i].Cells, source with { Column = column });
                }
            }
        }
    }

    private static void Insert(List<SheetCell> cells, SheetCell cell)
    {
        var place = cells.FindIndex(c => c.Column >= cell.Column);
        if (place < 0 || cells[place].Column > cell.Column)
        {
            cells.Insert(place < 0 ? cells.Count : place, cell);
        }
    }
}
