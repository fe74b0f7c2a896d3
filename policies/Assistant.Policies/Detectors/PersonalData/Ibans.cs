using System.Collections.Frozen;
using System.Text;
using Assistant.Text.Sentences;

namespace Assistant.Policies.Detectors.PersonalData;

/// <summary>International bank account numbers (ISO 13616): the country's length, and remainder 1 modulo 97.</summary>
internal sealed class Ibans : IPersonalDataFinder
{
    private const int ShortestPrefix = 4;

    private static readonly FrozenDictionary<string, int> Lengths =
        ("AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 "
        + "GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 "
        + "NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30")
        .Split(' ').ToFrozenDictionary(e => e[..2], e => int.Parse(e.AsSpan(2), System.Globalization.CultureInfo.InvariantCulture));

    public IEnumerable<TextSpan> Find(string text)
    {
        for (var i = 0; i + ShortestPrefix < text.Length; i++)
        {
            if (char.IsAsciiLetter(text[i]) && char.IsAsciiLetter(text[i + 1]) && char.IsAsciiDigit(text[i + 2]) && char.IsAsciiDigit(text[i + 3])
                && (i == 0 || !char.IsLetterOrDigit(text[i - 1]))
                && LengthAt(text, i) is var length and > 0)
            {
                yield return new TextSpan(i, length);
                i += length - 1;
            }
        }
    }

    /// <param name="iban">Upper-case letters and digits, without spaces.</param>
    public static bool IsIban(string iban) =>
        iban.Length > ShortestPrefix
        && Lengths.TryGetValue(iban[..2], out var length)
        && iban.Length == length
        && iban.All(char.IsAsciiLetterOrDigit)
        && Remainder(iban) == 1;

    /// <summary>The remainder modulo 97 of the number that the rearranged characters spell (A = 10 … Z = 35).</summary>
    private static int Remainder(string iban)
    {
        var remainder = 0;
        foreach (var c in iban[ShortestPrefix..] + iban[..ShortestPrefix])
        {
            var value = char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10;
            remainder = ((remainder * (value > 9 ? 100 : 10)) + value) % 97;
        }

        return remainder;
    }

    /// <summary>Length in the text, spaces and hyphens included, of the number that begins at an offset; 0 for none.</summary>
    private static int LengthAt(string text, int start)
    {
        if (!Lengths.TryGetValue(text.Substring(start, 2).ToUpperInvariant(), out var length))
        {
            return 0;
        }

        var compact = new StringBuilder(length);
        var at = start;
        while (at < text.Length && compact.Length < length)
        {
            if (char.IsAsciiLetterOrDigit(text[at]))
            {
                compact.Append(char.ToUpperInvariant(text[at]));
            }
            else if (text[at] is not (' ' or '-' or '\u00A0') || !char.IsAsciiLetterOrDigit(text[at - 1]))
            {
                return 0;
            }

            at++;
        }

        var ends = at == text.Length || !char.IsLetterOrDigit(text[at]);
        return ends && IsIban(compact.ToString()) ? at - start : 0;
    }
}
