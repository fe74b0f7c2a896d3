namespace Assistant.Ingestion.Parser.Office;

/// <summary>A range such as "B2:C7"; rows and columns from 1, both ends included.</summary>
internal readonly record struct CellRange(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    private const int MaxColumn = 16_384;

    public static bool TryParse(string reference, out CellRange range)
    {
        range = default;
        var ends = reference.Split(':');
        if (ends.Length != 2 || ColumnOf(ends[0]) is not { } left || ColumnOf(ends[1]) is not { } right || RowOf(ends[0]) is not { } top || RowOf(ends[1]) is not { } bottom)
        {
            return false;
        }

        range = new CellRange(top, left, bottom, right);
        return true;
    }

    /// <summary>The column of "BC12"; null when it is none that a sheet has.</summary>
    public static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? "")
        {
            if (!char.IsAsciiLetterUpper(c))
            {
                break;
            }

            column = (column * 26) + (c - 'A' + 1);
            if (column > MaxColumn)
            {
                return null;
            }
        }

        return column > 0 ? column : null;
    }

    private static int? RowOf(string reference) =>
        int.TryParse(reference.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ$"), out var row) && row > 0 ? row : null;
}
