using System.Globalization;
using System.Text.RegularExpressions;
using Assistant.Text.Sentences;

namespace Assistant.Policies.Detectors.PersonalData;

/// <summary>German tax identification numbers: eleven digits, ISO 7064 MOD 11,10, beside a word that says so.</summary>
internal sealed partial class GermanTaxIds : IPersonalDataFinder
{
    private const int Length = 11;

    public IEnumerable<TextSpan> Find(string text) => Context().IsMatch(text)
        ? DigitGroups.Stretches(text, Length, Length).Where(s => IsTaxId(s.Digits)).Select(s => s.Span)
        : [];

    /// <summary>No leading zero; of the first ten digits, one stands two or three times and the others at most once.</summary>
    public static bool IsTaxId(string digits)
    {
        if (digits.Length != Length || digits[0] == '0')
        {
            return false;
        }

        var repeated = digits[..^1].GroupBy(d => d).Select(g => g.Count()).Where(n => n > 1).ToList();
        return repeated is [2 or 3] && CheckDigit(digits[..^1]) == digits[^1] - '0';
    }

    private static int CheckDigit(string digits)
    {
        var product = 10;
        foreach (var d in digits)
        {
            var sum = (d - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (11 - product) % 10;
    }

    [GeneratedRegex(@"steuer|tax|\btin\b|\bidnr", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Context();
}

/// <summary>US social security numbers in their written form, AAA-GG-SSSS, without the areas and groups that are never given out.</summary>
internal sealed partial class UsSocialSecurityNumbers : IPersonalDataFinder
{
    public IEnumerable<TextSpan> Find(string text) => Written().Matches(text)
        .Select(m => m.Groups[1])
        .Where(g => IsIssued(g.Value))
        .Select(g => new TextSpan(g.Index, g.Length));

    /// <param name="value">AAA-GG-SSSS.</param>
    public static bool IsIssued(string value) =>
        int.Parse(value.AsSpan(0, 3), CultureInfo.InvariantCulture) is > 0 and not 666 and < 900
        && value.AsSpan(4, 2) is not "00"
        && value.AsSpan(7) is not "0000";

    [GeneratedRegex(@"\b([0-9]{3}-[0-9]{2}-[0-9]{4})\b", RegexOptions.NonBacktracking)]
    private static partial Regex Written();
}

/// <summary>Spanish identity numbers (DNI and NIE): the letter is the number modulo 23.</summary>
internal sealed partial class SpanishIds : IPersonalDataFinder
{
    private const string Letters = "TRWAGMYFPDXBNJZSQVHLCKE";

    public IEnumerable<TextSpan> Find(string text) => Written().Matches(text)
        .Where(m => IsId(m.Value))
        .Select(m => new TextSpan(m.Index, m.Length));

    public static bool IsId(string value)
    {
        var compact = value.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        var digits = compact[0] is >= 'X' and <= 'Z' ? (compact[0] - 'X').ToString(CultureInfo.InvariantCulture) + compact[1..^1] : compact[..^1];
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Letters[number % Letters.Length] == compact[^1];
    }

    [GeneratedRegex(@"\b(?:[0-9]{8}|[XYZxyz]-?[0-9]{7})[ -]?[A-Za-z]\b", RegexOptions.NonBacktracking)]
    private static partial Regex Written();
}
