using System.Globalization;

namespace Assistant.Policies.Detectors.Groundedness.Facts;

/// <summary>Reads numbers whatever their separators: 1.500,00 and 1,500.00 and 1'500 are one number.</summary>
internal static class NumberParser
{
    private const int MostDigits = 18;
    private const int GroupSize = 3;

    /// <summary>
    /// The values that the digits can stand for; empty when they are no number ("1.2.3"). One separator before three
    /// digits is a group separator or a decimal one: the language decides, and without a known one both values stand.
    /// </summary>
    /// <param name="text">Digits, and '.', ',', ''' and '’' between them.</param>
    /// <param name="language">ISO 639-1 code of the text; null when it is not known.</param>
    public static IReadOnlyList<decimal> Parse(ReadOnlySpan<char> text, string? language)
    {
        var plain = text.ToString().Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal);
        if (plain.Count(char.IsAsciiDigit) > MostDigits)
        {
            return [];
        }

        var dots = plain.Count(c => c == '.');
        var commas = plain.Count(c => c == ',');
        return (dots, commas) switch
        {
            (0, 0) => Single(plain),
            (0, 1) or (1, 0) => OneSeparator(plain, dots == 1 ? '.' : ',', language),
            (0, _) => IsGrouped(plain, ',') ? Single(plain.Replace(",", "", StringComparison.Ordinal)) : [],
            (_, 0) => IsGrouped(plain, '.') ? Single(plain.Replace(".", "", StringComparison.Ordinal)) : [],
            _ => TwoSeparators(plain),
        };
    }

    private static IReadOnlyList<decimal> OneSeparator(string text, char separator, string? language)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        var asDecimal = Single(text.Replace(separator, '.'));
        var couldGroup = text.Length - at - 1 == GroupSize && at is > 0 and <= GroupSize && text[0] != '0';
        if (!couldGroup)
        {
            return asDecimal;
        }

        var grouped = Single(text.Remove(at, 1));
        return language switch
        {
            "en" => separator == ',' ? grouped : asDecimal,
            "de" or "es" => separator == '.' ? grouped : asDecimal,
            _ => [.. grouped, .. asDecimal],
        };
    }

    private static IReadOnlyList<decimal> TwoSeparators(string text)
    {
        var decimalAt = text.LastIndexOfAny(['.', ',']);
        var grouping = text[decimalAt] == '.' ? ',' : '.';
        var whole = text[..decimalAt];
        return whole.Contains(text[decimalAt], StringComparison.Ordinal) || !IsGrouped(whole, grouping)
            ? []
            : Single(whole.Replace(grouping.ToString(), "", StringComparison.Ordinal) + "." + text[(decimalAt + 1)..]);
    }

    private static bool IsGrouped(string text, char separator)
    {
        var groups = text.Split(separator);
        return groups[0].Length is > 0 and <= GroupSize && groups.Skip(1).All(g => g.Length == GroupSize);
    }

    private static IReadOnlyList<decimal> Single(string invariant) =>
        decimal.TryParse(invariant, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? [value] : [];
}
