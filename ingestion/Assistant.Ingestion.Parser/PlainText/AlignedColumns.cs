namespace Assistant.Ingestion.Parser.PlainText;

/// <summary>Recognises tables that are drawn with blanks, tabs or pipes.</summary>
internal static class AlignedColumns
{
    private const int MinGap = 2;
    private const int MinRows = 2;

    /// <summary>The rows of cells; null when the lines are no table.</summary>
    public static IReadOnlyList<IReadOnlyList<string>>? Read(IReadOnlyList<string> lines) =>
        lines.Count < MinRows ? null : ReadSeparated(lines, '|') ?? ReadSeparated(lines, '\t') ?? ReadAligned(lines);

    private static List<IReadOnlyList<string>>? ReadSeparated(IReadOnlyList<string> lines, char separator)
    {
        if (!lines.All(l => l.Contains(separator, StringComparison.Ordinal)))
        {
            return null;
        }

        return [.. lines
            .Select(l => l.Trim().Trim(separator).Split(separator).Select(c => c.Trim()).ToList())
            .Where(cells => !cells.All(c => c.All(ch => ch is '-' or ':' or '=' or '+')))];
    }

    private static List<IReadOnlyList<string>>? ReadAligned(IReadOnlyList<string> lines)
    {
        var columns = Columns(lines);
        if (columns.Count < 2)
        {
            return null;
        }

        var rows = new List<List<string>>();
        foreach (var line in lines)
        {
            var cells = Cut(line, columns);
            if (cells[0].Length == 0 && rows.Count > 0)
            {
                // Nothing in the first column: the line goes on with the row above.
                for (var i = 1; i < cells.Count; i++)
                {
                    rows[^1][i] = $"{rows[^1][i]} {cells[i]}".Trim();
                }
            }
            else
            {
                rows.Add(cells);
            }
        }

        if (rows.TrueForAll(r => r[0].Length == 0 || LinePatterns.IsListItem(r[0] + " x", out _)))
        {
            // Numbers or bullets in front of indented text: a list.
            return null;
        }

        return rows.Count >= MinRows && rows.Count(r => r.Count(c => c.Length > 0) >= 2) * 2 > rows.Count ? [.. rows] : null;
    }

    /// <summary>Offsets at which a column starts: behind a gap in most lines, and never in the middle of a word.</summary>
    private static List<int> Columns(IReadOnlyList<string> lines)
    {
        var left = lines.Min(l => l.Length - l.TrimStart().Length);
        var starts = lines.SelectMany(Starts).GroupBy(s => s).ToDictionary(g => g.Key, g => g.Count());
        var columns = starts
            .Where(s => s.Key > left && s.Value * 2 >= lines.Count && s.Value >= MinRows)
            .Select(s => s.Key)
            .Where(start => lines.All(l => l.Length <= start || l[..start].EndsWith(' ') || string.IsNullOrWhiteSpace(l[..start])))
            .Order()
            .ToList();
        return columns.Count == 0 ? [] : [left, .. columns];
    }

    private static IEnumerable<int> Starts(string line)
    {
        for (var i = MinGap; i < line.Length; i++)
        {
            if (line[i] != ' ' && line[i - 1] == ' ' && line[i - 2] == ' ')
            {
                yield return i;
            }
        }
    }

    private static List<string> Cut(string line, List<int> columns)
    {
        var cells = new List<string>(columns.Count);
        for (var i = 0; i < columns.Count; i++)
        {
            var from = Math.Min(columns[i], line.Length);
            var to = i + 1 < columns.Count ? Math.Min(columns[i + 1], line.Length) : line.Length;
            cells.Add(line[from..to].Trim());
        }

        return cells;
    }
}
