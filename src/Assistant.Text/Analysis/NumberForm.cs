namespace Assistant.Text.Analysis;

/// <summary>
/// Brings numbers to one form: "1.500,00", "1,500.00" and "1'500" are all "1500"; "3,5" and "3.5" are "3.5".
/// </summary>
internal static class NumberForm
{
    private const int GroupLength = 3;

    /// <param name="run">Digits with connectors between them.</param>
    /// <param name="commaIsDecimal">Decides what "1.500" and "1,500" are.</param>
    /// <returns>The one form; null when the run is no single number (a date, a version, a list).</returns>
    public static string? Canonical(ReadOnlySpan<char> run, bool commaIsDecimal)
    {
        var separators = run.ToString().Where(c => !char.IsDigit(c)).Select(c => WordSegmenter.IsApostrophe(c) ? '\'' : c).ToArray();
        var groups = run.ToString().Split(run.ToString().Where(c => !char.IsDigit(c)).Distinct().ToArray());
        if (separators.Length == 0)
        {
            return Whole(groups[0]);
        }

        if (separators.Any(s => s is not ('.' or ',' or '\'')))
        {
            return null;
        }

        var last = separators[^1];
        var same = separators.All(s => s == last);
        if (same && IsGrouping(groups, last, separators.Length, commaIsDecimal))
        {
            return string.Concat(groups);
        }

        // A decimal part, after a whole part that may be grouped by one other separator.
        var isDecimal = last != '\'' && (separators.Length == 1 || (separators.Count(s => s == last) == 1 && separators[..^1].Distinct().Count() == 1 && IsGrouped(groups[..^1])));
        return isDecimal ? Decimal(string.Concat(groups[..^1]), groups[^1]) : null;
    }

    /// <summary>"03" is "3"; longer runs are taken as they are (order numbers, post codes).</summary>
    public static string Whole(string digits) =>
        digits.Length == 2 && digits[0] == '0' ? digits[1..] : digits;

    private static string Decimal(string whole, string fraction) => fraction == "00" ? whole : $"{whole}.{fraction}";

    private static bool IsGrouping(string[] groups, char separator, int count, bool commaIsDecimal) =>
        IsGrouped(groups) && (count > 1 || separator == '\'' || separator == (commaIsDecimal ? '.' : ','));

    private static bool IsGrouped(string[] groups) =>
        groups[0].Length is >= 1 and <= GroupLength && groups[0] != "0" && groups.Skip(1).All(g => g.Length == GroupLength);
}
