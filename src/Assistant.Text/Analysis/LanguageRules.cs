using System.Collections.Frozen;
using Lucene.Net.Analysis.Da;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Fi;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Hu;
using Lucene.Net.Analysis.It;
using Lucene.Net.Analysis.Nl;
using Lucene.Net.Analysis.No;
using Lucene.Net.Analysis.Pt;
using Lucene.Net.Analysis.Ro;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Analysis.Sv;
using Lucene.Net.Analysis.Tr;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Tartarus.Snowball;
using Snowball = Lucene.Net.Tartarus.Snowball.Ext;

namespace Assistant.Text.Analysis;

/// <summary>What one language needs in the analysis: its stop words, stemmer and ways of writing. Immutable.</summary>
internal sealed class LanguageRules
{
    private static readonly FrozenSet<string> PointIsDecimal = new[] { "en", "zh", "ja", "ko", "th", "he", "ga" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Languages without stop words and stemmer, by how they write numbers.</summary>
    private static readonly LanguageRules OtherWithPoint = new("other-point", null, null) { CommaIsDecimal = false };
    private static readonly LanguageRules OtherWithComma = new("other-comma", null, null);

    private static readonly FrozenDictionary<string, LanguageRules> Known = new LanguageRules[]
    {
        // English and German stem what is already folded, so that "Kündigung", "Kuendigung" and "Kundigung" agree.
        new("en", null, static () => new Snowball.EnglishStemmer(), stemsFolded: true),
        new("de", GermanAnalyzer.DefaultStopSet, static () => new Snowball.German2Stemmer(), stemsFolded: true),
        new("es", SpanishAnalyzer.DefaultStopSet, static () => new Snowball.SpanishStemmer()),
        new("fr", FrenchAnalyzer.DefaultStopSet, static () => new Snowball.FrenchStemmer()) { Elides = true },
        new("it", ItalianAnalyzer.DefaultStopSet, static () => new Snowball.ItalianStemmer()) { Elides = true },
        new("pt", PortugueseAnalyzer.DefaultStopSet, static () => new Snowball.PortugueseStemmer()),
        new("nl", DutchAnalyzer.DefaultStopSet, static () => new Snowball.DutchStemmer()),
        new("sv", SwedishAnalyzer.DefaultStopSet, static () => new Snowball.SwedishStemmer()),
        new("da", DanishAnalyzer.DefaultStopSet, static () => new Snowball.DanishStemmer()),
        new("no", NorwegianAnalyzer.DefaultStopSet, static () => new Snowball.NorwegianStemmer()),
        new("fi", FinnishAnalyzer.DefaultStopSet, static () => new Snowball.FinnishStemmer()),
        new("hu", HungarianAnalyzer.DefaultStopSet, static () => new Snowball.HungarianStemmer()),
        new("ro", RomanianAnalyzer.DefaultStopSet, static () => new Snowball.RomanianStemmer()),
        new("ru", RussianAnalyzer.DefaultStopSet, static () => new Snowball.RussianStemmer()),
        new("tr", TurkishAnalyzer.DefaultStopSet, static () => new Snowball.TurkishStemmer()),
    }.ToFrozenDictionary(r => r.Code, StringComparer.Ordinal);

    private readonly Lazy<FrozenSet<string>> stopWords;

    private LanguageRules(string code, CharArraySet? stopWords, Func<SnowballProgram>? createStemmer, bool stemsFolded = false)
    {
        Code = code;
        CommaIsDecimal = !PointIsDecimal.Contains(code);
        this.stopWords = new(() => StopWords.Of(code, stopWords));
        CreateStemmer = createStemmer;
        StemsFolded = stemsFolded;
    }

    /// <summary>ISO 639-1 codes of the languages with stop words and a stemmer, in order.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. Known.Keys.Order(StringComparer.Ordinal)];

    /// <summary>ISO 639-1 code, or a name for all other languages.</summary>
    public string Code { get; }

    public bool CommaIsDecimal { get; private init; }

    /// <summary>Articles are joined to the next word by an apostrophe ("l'azienda").</summary>
    public bool Elides { get; private init; }

    /// <summary>Makes a stemmer, which one thread may use at a time; null for a language without one.</summary>
    public Func<SnowballProgram>? CreateStemmer { get; }

    /// <summary>Whether the stemmer wants words without diacritics; most know endings with them.</summary>
    public bool StemsFolded { get; }

    /// <summary>Folded function words.</summary>
    public IReadOnlySet<string> StopWordSet => stopWords.Value;

    /// <summary>The rules for a language code such as "de", "nb" or "en-GB"; an unknown language has neither stop words nor a stemmer.</summary>
    public static LanguageRules For(string language)
    {
        var code = language.Length > 2 && language[2] is '-' or '_' ? language[..2] : language;
        return Known.TryGetValue(code is "nb" or "nn" ? "no" : code, out var rules) ? rules
            : PointIsDecimal.Contains(code) ? OtherWithPoint : OtherWithComma;
    }

    public bool IsStopWord(string folded) => stopWords.Value.Contains(folded);
}
