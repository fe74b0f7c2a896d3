using System.Runtime.InteropServices;
using Assistant.Text.Analysis;

namespace Assistant.Adapters.Routing.Classification;

/// <summary>
/// The n-grams of a text with their counts: words, pairs of words beside each other or with one between them, and
/// runs of three to five characters of a word, which see through inflection, compounds and typing errors. An n-gram
/// is known by its 64-bit hash.
/// </summary>
internal sealed class TextFeatures
{
    /// <summary>Not a language the analyzer stems: questions are too short to tell theirs, and character runs do a stemmer's work.</summary>
    private const string NoLanguage = "und";

    /// <summary>Characters of a text that count. Nobody needs more to say what a question is about.</summary>
    private const int MaxLength = 2_000;

    private const int ShortestRun = 3;
    private const int LongestRun = 5;

    private const ulong WordKind = 'w';
    private const ulong PairKind = 'p';
    private const ulong GappedPairKind = 'g';
    private const ulong RunKind = 'r';

    private TextFeatures(IEnumerable<string> terms)
    {
        // The pairs include the edges of the text: how a question opens tells much about it.
        string? beforeLast = null;
        var last = "^";
        foreach (var term in terms)
        {
            Count(Words, Append(Start(WordKind), term));
            CountPair(PairKind, last, term);
            CountRuns($" {term} ");
            if (beforeLast is not null)
            {
                CountPair(GappedPairKind, beforeLast, term);
            }

            (beforeLast, last) = (last, term);
        }

        CountPair(PairKind, last, "$");
    }

    /// <summary>Occurrences of words and word pairs.</summary>
    public Dictionary<ulong, int> Words { get; } = [];

    /// <summary>Occurrences of character runs.</summary>
    public Dictionary<ulong, int> Runs { get; } = [];

    public static TextFeatures Of(string text, TextAnalyzer analyzer) =>
        new(analyzer.Analyze(text.Length > MaxLength ? text[..MaxLength] : text, NoLanguage).Select(t => t.Term));

    private void CountPair(ulong kind, string left, string right) =>
        Count(Words, Append(Append(Append(Start(kind), left), " "), right));

    private void CountRuns(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            var hash = Start(RunKind);
            for (var n = 1; n <= LongestRun && i + n <= word.Length; n++)
            {
                hash = Append(hash, word.Slice(i + n - 1, 1));
                if (n >= ShortestRun)
                {
                    Count(Runs, hash);
                }
            }
        }
    }

    private static void Count(Dictionary<ulong, int> counts, ulong feature) =>
        CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _)++;

    // FNV-1a over UTF-16 code units; it grows by one unit at a time, so that the runs from one start share their work.
    private static ulong Start(ulong kind) => (14695981039346656037UL ^ kind) * 1099511628211UL;

    private static ulong Append(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return hash;
    }
}
