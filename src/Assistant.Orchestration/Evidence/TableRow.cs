namespace Assistant.Orchestration.Evidence;

/// <summary>A row of a table in extracted text: its cells stand on one line, separated by " | ".</summary>
internal static class TableRow
{
    private const char Separator = '|';

    public static bool Is(ReadOnlySpan<char> unit) => unit.Contains(Separator);

    public static string[] Cells(string row) => row.Split(Separator, StringSplitOptions.TrimEntries);
}
