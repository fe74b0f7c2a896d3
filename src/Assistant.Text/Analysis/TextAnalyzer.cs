using System.Collections.Concurrent;
using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace Assistant.Text.Analysis;

/// <summary>
/// The one analysis for indexing, querying and evidence checks: words are case-folded, stripped of diacritics
/// and stemmed in the text's language; stop words go. Thread-safe.
/// </summary>
public sealed class TextAnalyzer
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<SnowballProgram>> stemmers = new(StringComparer.Ordinal);

    /// <summary>Changes whenever the analysis may give other terms: an index made under another one must be made again.</summary>
    public string Fingerprint => "1";

    /// <summary>The terms of a text, in order.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">ISO 639-1 code; an unknown one is folded but not stemmed.</param>
    public IReadOnlyList<Token> Analyze(string text, string language)
    {
        var tokens = new List<Token>();
        foreach (var (start, length) in WordSegmenter.Words(text))
        {
            var folded = Folding.Fold(text.AsSpan(start, length));
            if (!StopWords.Contains(folded, language))
            {
                tokens.Add(new Token(Stem(folded, language), start, length));
            }
        }

        return tokens;
    }

    private string Stem(string word, string language)
    {
        if (word.Any(char.IsDigit))
        {
            return word;
        }

        var pool = stemmers.GetOrAdd(language, static _ => []);
        var stemmer = pool.TryTake(out var pooled) ? pooled : Create(language);
        if (stemmer is null)
        {
            return word;
        }

        stemmer.SetCurrent(word);
        stemmer.Stem();
        var stem = stemmer.Current;
        pool.Add(stemmer);
        return stem;
    }

    private static SnowballProgram? Create(string language) => language switch
    {
        "en" => new EnglishStemmer(),
        "de" => new German2Stemmer(),
        "es" => new SpanishStemmer(),
        _ => null,
    };
}
