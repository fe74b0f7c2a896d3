using System.Globalization;

namespace Assistant.Ingestion.Parser.Reading;

/// <summary>Finds and joins the header rows of tables whose format does not mark them.</summary>
internal static class TableHeader
{
    private const int MaxHeaderCellLength = 80;

    /// <summary>
    /// 1 when the first row reads like a header, else 0: every cell but the first is filled with a short text that is no
    /// number, and none comes twice. Two columns are as often names and values as a table with a header; they have one
    /// when <paramref name="expected"/>, or when numbers stand below the second name.
    /// </summary>
    public static int Guess(IReadOnlyList<IReadOnlyList<string>> rows, bool expected = false)
    {
        if (rows.Count < 2 || rows[0].Count < 2)
        {
            return 0;
        }

        var first = rows[0];
        var filled = first.Where(c => !string.IsNullOrWhiteSpace(c)).ToList();
        var names = filled.Count >= first.Count - 1
            && filled.Count > 0
            && filled.All(c => c.Length <= MaxHeaderCellLength)
            && filled.Distinct(StringComparer.OrdinalIgnoreCase).Count() == filled.Count
            && (filled.All(c => !IsValue(c)) || first.Skip(1).All(IsYear));
        return names && (expected || first.Count > 2 || HasValuesBelow(rows)) ? 1 : 0;
    }

    /// <summary>One header from several rows: what stands above each other in a column is joined with a blank.</summary>
    public static IReadOnlyList<string> Merge(IReadOnlyList<IReadOnlyList<string>> rows) =>
        rows.Count == 1
            ? rows[0]
            : [.. Enumerable.Range(0, rows.Max(r => r.Count)).Select(column =>
                string.Join(' ', rows.Where(r => column < r.Count).Select(r => r[column]).Where(c => c.Length > 0).Distinct(StringComparer.Ordinal)))];

    /// <summary>True for a number, amount or date: digits, signs and a unit of up to three letters.</summary>
    private static bool IsValue(string cell)
    {
        var digits = cell.Count(char.IsDigit);
        var letters = cell.Count(char.IsLetter);
        return digits > 0 && (letters == 0 || (letters <= 3 && digits >= letters && !char.IsLetter(cell.TrimStart()[0])));
    }

    private static bool IsYear(string cell) =>
        cell.Length == 4 && int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 2100;

    private static bool HasValuesBelow(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var below = rows.Skip(1).Where(r => r.Count > 1 && !string.IsNullOrWhiteSpace(r[1])).Select(r => r[1]).ToList();
        return below.Count > 0 && below.Count(IsValue) * 2 > below.Count;
    }
}
