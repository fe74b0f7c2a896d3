namespace Assistant.Ingestion.Parser.Pdf;

/// <summary>Continues a table on the next page.</summary>
internal static class TableJoin
{
    /// <summary>
    /// Appends rows when they have as many columns. A header row that is repeated is dropped, and a row that the page
    /// break cut through is put together: it begins with an empty cell.
    /// </summary>
    public static bool TryAppend(List<IReadOnlyList<string>> rows, IReadOnlyList<IReadOnlyList<string>> next)
    {
        if (rows.Count == 0 || next.Count == 0 || rows.Max(r => r.Count) != next.Max(r => r.Count))
        {
            return false;
        }

        var isRepeated = next[0].SequenceEqual(rows[0], StringComparer.Ordinal);
        foreach (var row in next.Skip(isRepeated ? 1 : 0))
        {
            if (row.Count > 0 && row[0].Length == 0 && rows.Count > 1)
            {
                rows[^1] = Join(rows[^1], row);
            }
            else
            {
                rows.Add(row);
            }
        }

        return true;
    }

    private static List<string> Join(IReadOnlyList<string> above, IReadOnlyList<string> below) =>
        [.. Enumerable.Range(0, Math.Max(above.Count, below.Count)).Select(i => $"{above.ElementAtOrDefault(i)} {below.ElementAtOrDefault(i)}".Trim())];
}
