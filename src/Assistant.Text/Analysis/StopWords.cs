using System.Collections.Frozen;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace Assistant.Text.Analysis;

/// <summary>The function words of each language, folded: the lists of the Snowball project, and the words that questions are asked with.</summary>
internal static class StopWords
{
    private const string EnglishList = "Lucene.Net.Analysis.Common.Analysis.Snowball.english_stop.txt";

    /// <summary>Words of questions, modal verbs, and what stays of contractions ("don't" → "don").</summary>
    private const string English = "what which who whom whose when where why how can could may might must shall should will would does did many much "
        + "don doesn didn isn aren wasn weren hasn haven hadn won wouldn shouldn couldn mustn ll ve re let us please eg ie etc";

    private const string German = "wer wen wem wessen was wann wo wohin woher warum wieso weshalb wie viel viele wieviel wieviele welche welcher welches welchem welchen "
        + "darf durfen kann konnen muss mussen soll sollen gibt bitte zb dh ua bzw usw etc";

    private const string Spanish = "que cual cuales quien quienes cuando donde adonde como cuanto cuanta cuantos cuantas por puedo puede pueden debo debe deben hay tengo tiene tienen tener favor pej etc";

    /// <summary>The folded stop words of a language that has them.</summary>
    public static FrozenSet<string> Of(string language, CharArraySet? list)
    {
        IEnumerable<string> words = language switch
        {
            "en" => [.. EnglishWords(), .. English.Split(' ')],
            "de" => [.. list!, .. German.Split(' ')],
            "es" => [.. list!, .. Spanish.Split(' ')],
            _ => list ?? Enumerable.Empty<string>(),
        };
        return words.Select(w => Folding.Fold(Folding.Lower(w))).ToFrozenSet(StringComparer.Ordinal);
    }

    private static IEnumerable<string> EnglishWords()
    {
        // The package's analyzer for English has a short list of its own; the full one is only there as a file.
        var stream = typeof(StopAnalyzer).Assembly.GetManifestResourceStream(EnglishList)
            ?? throw new InvalidOperationException($"The word list '{EnglishList}' is not in {typeof(StopAnalyzer).Assembly.FullName}.");
        using var reader = new StreamReader(stream);
        return [.. WordlistLoader.GetSnowballWordSet(reader, LuceneVersion.LUCENE_48)];
    }
}
