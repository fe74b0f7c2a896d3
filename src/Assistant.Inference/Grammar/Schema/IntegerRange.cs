using System.Globalization;

namespace Assistant.Inference.Grammar.Schema;

/// <summary>GBNF for the decimal numbers between two bounds, digit by digit.</summary>
internal static class IntegerRange
{
    /// <summary>Both bounds belong to it; there are no leading zeros and no "-0".</summary>
    public static string Grammar(long lowest, long highest)
    {
        List<string> alternatives = [];
        if (lowest < 0)
        {
            alternatives.Add($"\"-\" ( {string.Join(" | ", NotNegative(Math.Max(1, -highest), -lowest))} )");
        }
        if (highest >= 0)
        {
            alternatives.AddRange(NotNegative(Math.Max(0, lowest), highest));
        }
        return string.Join(" | ", alternatives);
    }

    private static IEnumerable<string> NotNegative(long lowest, long highest)
    {
        var last = Digits(highest);
        for (var first = Digits(lowest); first.Length <= last.Length; first = $"1{new string('0', first.Length)}")
        {
            yield return SameLength(first, first.Length < last.Length ? new string('9', first.Length) : last);
        }
    }

    /// <summary>Numbers of as many digits as both bounds have.</summary>
    private static string SameLength(string lowest, string highest)
    {
        if (lowest.Length == 0)
        {
            return "";
        }
        var (low, high) = (lowest[0], highest[0]);
        var (lowRest, highRest) = (lowest[1..], highest[1..]);
        if (low == high)
        {
            return $"{Digit(low, high)} {SameLength(lowRest, highRest)}".TrimEnd();
        }
        var (zeros, nines) = (new string('0', lowRest.Length), new string('9', lowRest.Length));
        List<string> alternatives = [];
        if (lowRest != zeros)
        {
            alternatives.Add($"{Digit(low, low)} {SameLength(lowRest, nines)}");
            low++;
        }
        var ends = highRest != nines;
        var whole = ends ? (char)(high - 1) : high;
        if (low <= whole)
        {
            alternatives.Add(lowRest.Length == 0 ? Digit(low, whole) : $"{Digit(low, whole)} [0-9]{{{lowRest.Length}}}");
        }
        if (ends)
        {
            alternatives.Add($"{Digit(high, high)} {SameLength(zeros, highRest)}");
        }
        return alternatives.Count == 1 ? alternatives[0] : $"( {string.Join(" | ", alternatives)} )";
    }

    private static string Digit(char low, char high) => low == high ? $"\"{low}\"" : $"[{low}-{high}]";

    private static string Digits(long value) => value.ToString(CultureInfo.InvariantCulture);
}
