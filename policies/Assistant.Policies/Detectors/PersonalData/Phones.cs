using System.Text.RegularExpressions;
using Assistant.Text.Sentences;
using PhoneNumbers;

namespace Assistant.Policies.Detectors.PersonalData;

/// <summary>
/// Telephone numbers that are possible in their country's numbering plan. An international number ("+44 …") speaks
/// for itself; a national one counts only behind a word such as "call" or "Tel.", so that order numbers do not.
/// </summary>
internal sealed partial class Phones(IReadOnlyList<string> regions) : IPersonalDataFinder
{
    private const int FewestDigits = 7;
    private const int ContextLength = 40;

    private readonly PhoneNumberUtil library = PhoneNumberUtil.GetInstance();

    public static bool IsRegion(string region) => PhoneNumberUtil.GetInstance().GetSupportedRegions().Contains(region);

    public IEnumerable<TextSpan> Find(string text)
    {
        if (text.Count(char.IsAsciiDigit) < FewestDigits || !Candidate().IsMatch(text))
        {
            return [];
        }

        var found = new List<TextSpan>();
        if (text.Contains('+', StringComparison.Ordinal) || text.Contains('＋', StringComparison.Ordinal))
        {
            found.AddRange(Matches(text, "ZZ"));
        }

        if (Context().IsMatch(text))
        {
            found.AddRange(regions.SelectMany(r => Matches(text, r)).Where(s => HasContext(text, s)));
        }

        return Longest(found);
    }

    private IEnumerable<TextSpan> Matches(string text, string region) =>
        library.FindNumbers(text, region, PhoneNumberUtil.Leniency.POSSIBLE, maxTries: text.Length)
            .Where(m => !Date().IsMatch(m.RawString))
            .Select(m => WithinSentence(text, new TextSpan(m.Start, m.Length)));

    /// <summary>The library reads on over the end of a sentence: "call 040 66969 210. 14 days later".</summary>
    private static TextSpan WithinSentence(string text, TextSpan span)
    {
        var digits = 0;
        for (var i = span.Start; i + 1 < span.End; i++)
        {
            digits += char.IsAsciiDigit(text[i]) ? 1 : 0;
            if (digits >= FewestDigits && text[i] == '.' && char.IsWhiteSpace(text[i + 1]))
            {
                return new TextSpan(span.Start, text.AsSpan(span.Start, i - span.Start).TrimEnd().Length);
            }
        }

        return span;
    }

    private static bool HasContext(string text, TextSpan span)
    {
        var from = Math.Max(0, span.Start - ContextLength);
        return Context().IsMatch(text.AsSpan(from, span.Start - from));
    }

    private static List<TextSpan> Longest(List<TextSpan> found)
    {
        var kept = new List<TextSpan>();
        foreach (var span in found.OrderBy(s => s.Start).ThenByDescending(s => s.Length))
        {
            if (kept.Count == 0 || kept[^1].End <= span.Start)
            {
                kept.Add(span);
            }
        }

        return kept;
    }

    /// <summary>Seven digits with at most three other characters between two of them: what cannot be a number is not looked at.</summary>
    [GeneratedRegex(@"(?:[0-9][ ()./\u00A0-]{0,3}){6}[0-9]", RegexOptions.NonBacktracking)]
    private static partial Regex Candidate();

    [GeneratedRegex(@"^[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}$", RegexOptions.NonBacktracking)]
    private static partial Regex Date();

    [GeneratedRegex(@"\b(?:call|calls|phone|phones|telephone|tel|mobile|cell|fax|dial|ring|hotline|helpline|contact|reach|whatsapp|sms|ext|extension|telefon|telefonisch|telefonnummer|rufnummer|mobil|handy|anrufen|anruf|durchwahl|erreichen|erreichbar|teléfono|teléfonos|telefónico|móvil|llamar|llame|llamada|llamando|extensión|contacto)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Context();
}
