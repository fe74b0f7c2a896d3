using System.Globalization;
using System.Text.RegularExpressions;
using Assistant.Text.Sentences;

namespace Assistant.Orchestration.Evidence;

/// <summary>
/// Amounts of money and the ranges that tables state them in: "a £60k test bench" belongs to the row
/// "£50,001 to £250,000".
/// </summary>
internal sealed partial class Amounts
{
    private readonly List<(char Currency, double Value)> asked;

    private Amounts(IEnumerable<(char Currency, double Value)> asked) => this.asked = [.. asked];

    /// <summary>The amounts of money that a question names; when it names none, those of the questions it leans on.</summary>
    public static Amounts In(string question, string? context = null)
    {
        var named = Money().Matches(question);
        return new((named.Count > 0 || context is null ? named : Money().Matches(context)).Select(m => Read(m.Value)));
    }

    /// <summary>Where a text holds amounts of money.</summary>
    public static IReadOnlyList<TextSpan> Spans(string text) => [.. Money().Matches(text).Select(m => new TextSpan(m.Index, m.Length))];

    /// <summary>True when one of the amounts lies in a range that the unit states for the same currency.</summary>
    public bool FallInto(string unit) =>
        asked.Count > 0 && Ranges(unit).Any(r => asked.Any(a => a.Currency == r.Currency && a.Value >= r.From && a.Value <= r.To));

    private static IEnumerable<Range> Ranges(string unit)
    {
        foreach (Match match in Between().Matches(unit))
        {
            var (from, to) = (Read(match.Groups["from"].Value), Read(match.Groups["to"].Value));
            if (from.Currency == to.Currency && from.Value < to.Value)
            {
                yield return new Range(from.Currency, from.Value, to.Value);
            }
        }

        foreach (Match match in UpTo().Matches(unit))
        {
            var to = Read(match.Groups["to"].Value);
            yield return new Range(to.Currency, 0, to.Value);
        }
    }

    private static (char Currency, double Value) Read(string text)
    {
        var value = double.Parse(string.Concat(text.Where(char.IsDigit)), CultureInfo.InvariantCulture);
        var factor = text.Any(c => c is 'k' or 'K') ? 1e3 : text.Any(c => c is 'm' or 'M') ? 1e6 : 1;
        return (text.First(c => c is '£' or '€' or '$'), value * factor);
    }

    private readonly record struct Range(char Currency, double From, double To);

    [GeneratedRegex(@"[£€$]\s?\d([\d.,]*\d)?(\s?[kKmM]\b)?|\b\d([\d.,]*\d)?\s?[kKmM]?\s?[£€$]", RegexOptions.NonBacktracking)]
    private static partial Regex Money();

    [GeneratedRegex(@"(?<from>[£€$]\s?\d([\d.,]*\d)?)\s*(to|up to|bis|hasta|–|-)\s*(?<to>[£€$]\s?\d([\d.,]*\d)?)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Between();

    [GeneratedRegex(@"\b(up to|at most|bis zu|höchstens|hasta)\s*(?<to>[£€$]\s?\d([\d.,]*\d)?)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex UpTo();
}
