using System.Collections.Concurrent;
using Lucene.Net.Tartarus.Snowball;

namespace Assistant.Text.Analysis;

/// <summary>What becomes of one word.</summary>
/// <param name="Term">Its folded stem.</param>
internal readonly record struct WordTerm(string Term, bool IsStopWord);

/// <summary>
/// Makes terms of words in one language. The words of a language are few and come again and again, so what became
/// of them is remembered, within a bound. Thread-safe.
/// </summary>
internal sealed class WordTerms(LanguageRules rules)
{
    /// <summary>Longer words are cut: nobody searches for them, and encoded data would fill the index.</summary>
    public const int LongestTerm = 64;

    private const int MostRemembered = 30_000;
    private const int LongestRemembered = 32;

    private readonly ConcurrentBag<SnowballProgram> idleStemmers = [];
    private readonly ConcurrentDictionary<string, WordTerm> remembered = new(StringComparer.Ordinal);
    private int count;

    /// <param name="word">Letters as written.</param>
    public WordTerm Of(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestRemembered)
        {
            return Make(word);
        }

        var lookup = remembered.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(word, out var known))
        {
            return known;
        }

        if (Interlocked.Increment(ref count) > MostRemembered)
        {
            remembered.Clear();
            Interlocked.Exchange(ref count, 0);
        }

        var made = Make(word);
        lookup.TryAdd(word, made);
        return made;
    }

    private WordTerm Make(ReadOnlySpan<char> word)
    {
        var lower = Folding.Lower(word);
        return new WordTerm(Cut(Stem(Cut(lower))), rules.IsStopWord(Folding.Fold(lower)));
    }

    private string Stem(string lower)
    {
        if (rules.CreateStemmer is null)
        {
            return Folding.Fold(lower);
        }

        if (rules.StemsFolded)
        {
            return Run(Folding.Fold(lower), rules.CreateStemmer);
        }

        // The Romanian stemmer knows the older letters with cedilla; texts mostly have the ones with comma.
        return Folding.Fold(Run(rules.Code == "ro" ? lower.Replace('ș', 'ş').Replace('ț', 'ţ') : lower, rules.CreateStemmer));
    }

    /// <summary>Stemmers are used by one thread at a time and then again.</summary>
    private string Run(string word, Func<SnowballProgram> create)
    {
        var stemmer = idleStemmers.TryTake(out var idle) ? idle : create();
        stemmer.SetCurrent(word);
        stemmer.Stem();
        var stem = stemmer.Current;
        idleStemmers.Add(stemmer);
        return stem;
    }

    private static string Cut(string word) => word.Length > LongestTerm ? word[..LongestTerm] : word;
}
