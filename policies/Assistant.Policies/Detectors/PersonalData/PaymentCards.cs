using Assistant.Text.Sentences;

namespace Assistant.Policies.Detectors.PersonalData;

/// <summary>Payment card numbers: issuer prefix (ISO/IEC 7812), the issuer's lengths, and the Luhn check digit.</summary>
internal sealed class PaymentCards : IPersonalDataFinder
{
    private const int Shortest = 13;
    private const int Longest = 19;

    public IEnumerable<TextSpan> Find(string text)
    {
        var end = 0;
        foreach (var (span, digits) in DigitGroups.Stretches(text, Shortest, Longest))
        {
            if (span.Start >= end && IsCard(digits))
            {
                end = span.End;
                yield return span;
            }
        }
    }

    /// <param name="digits">ASCII digits only.</param>
    public static bool IsCard(string digits) => HasIssuer(digits) && PassesLuhn(digits);

    /// <summary>Every second digit from the right is doubled, nines are cast out, and the sum is a multiple of ten.</summary>
    public static bool PassesLuhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            var value = i % 2 == 0 ? digit : digit * 2;
            sum += value > 9 ? value - 9 : value;
        }

        return sum % 10 == 0;
    }

    private static bool HasIssuer(string digits)
    {
        var four = int.Parse(digits.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture);
        return digits.Length switch
        {
            // American Express
            15 when four / 100 is 34 or 37 => true,

            // Visa
            13 or 16 or 19 when four / 1000 is 4 => true,

            // Mastercard
            16 when four / 100 is >= 51 and <= 55 || four is >= 2221 and <= 2720 => true,

            // Discover, JCB, UnionPay
            >= 16 and <= 19 when four is 6011 || four / 10 is >= 644 and <= 649 || four / 100 is 65 || four is >= 3528 and <= 3589 || four / 100 is 62 => true,

            // Diners Club
            >= 14 and <= 19 when four / 10 is >= 300 and <= 305 || four / 100 is 36 or 38 or 39 => true,

            // Maestro
            >= 13 and <= 19 when four is 5018 or 5020 or 5038 or 5893 or 6304 or 6759 or 6761 or 6762 or 6763 => true,
            _ => false,
        };
    }
}
