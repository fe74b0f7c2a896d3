using System.Collections.Frozen;

namespace Assistant.Policies.Detectors.Groundedness.Facts;

/// <summary>Numbers written as words.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, FrozenDictionary<string, int>> ByLanguage = new Dictionary<string, FrozenDictionary<string, int>>
    {
        ["en"] = Number(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
            "twenty thirty forty fifty sixty seventy eighty ninety"),
        ["de"] = Number(
            "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
            "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
            ("eins", 1), ("eine", 1), ("einen", 1), ("einem", 1), ("einer", 1), ("eines", 1), ("zwo", 2)),
        ["es"] = Number(
            "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve",
            "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
            ("un", 1), ("una", 1), ("veintiuno", 21), ("veintiún", 21), ("veintidós", 22), ("veintitrés", 23), ("veinticuatro", 24), ("veinticinco", 25), ("veintiséis", 26), ("veintisiete", 27), ("veintiocho", 28), ("veintinueve", 29)),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, decimal> Multipliers = new Dictionary<string, decimal>
    {
        ["hundred"] = 100, ["hundert"] = 100, ["cien"] = 100, ["ciento"] = 100, ["cientos"] = 100,
        ["thousand"] = 1_000, ["k"] = 1_000, ["tsd"] = 1_000, ["tausend"] = 1_000, ["mil"] = 1_000,
        ["million"] = 1_000_000, ["millions"] = 1_000_000, ["mio"] = 1_000_000, ["millionen"] = 1_000_000, ["millón"] = 1_000_000, ["millones"] = 1_000_000,
        ["billion"] = 1_000_000_000, ["bn"] = 1_000_000_000, ["mrd"] = 1_000_000_000, ["milliarde"] = 1_000_000_000, ["milliarden"] = 1_000_000_000,
    }.ToFrozenDictionary();

    /// <summary>The value of a number word; null for other words.</summary>
    /// <param name="word">Lower case.</param>
    public static int? Value(string word, string? language)
    {
        if (!ByLanguage.TryGetValue(language ?? "en", out var words))
        {
            words = ByLanguage["en"];
        }

        if (words.TryGetValue(word, out var value))
        {
            return value;
        }

        // "twelve-month"
        if (word.IndexOf('-', StringComparison.Ordinal) is > 0 and var hyphen && words.TryGetValue(word[..hyphen], out var first) && !words.ContainsKey(word[(hyphen + 1)..]))
        {
            return first;
        }

        // "twenty-five", "fünfundzwanzig"
        var (tens, unit) = language == "de" ? Cut(word, "und", tensFirst: false) : Cut(word, "-", tensFirst: true);
        return words.TryGetValue(tens, out var t) && t is >= 20 and <= 90 && t % 10 == 0 && words.TryGetValue(unit, out var u) && u is >= 1 and <= 9 ? t + u : null;
    }

    /// <summary>The factor that a word such as "million" stands for; null for other words.</summary>
    public static decimal? Multiplier(string word) => Multipliers.TryGetValue(word, out var factor) ? factor : null;

    private static (string Tens, string Unit) Cut(string word, string joint, bool tensFirst)
    {
        var at = word.IndexOf(joint, StringComparison.Ordinal);
        if (at <= 0)
        {
            return ("", "");
        }

        var (before, after) = (word[..at], word[(at + joint.Length)..]);
        return tensFirst ? (before, after) : (after, before);
    }

    private static FrozenDictionary<string, int> Number(string fromOne, string tens, params (string Word, int Value)[] more) =>
        fromOne.Split(' ').Select((w, i) => (Word: w, Value: i + 1))
            .Concat(tens.Split(' ').Select((w, i) => (Word: w, Value: (i + 2) * 10)))
            .Concat(more)
            .ToFrozenDictionary(e => e.Word, e => e.Value, StringComparer.Ordinal);
}
