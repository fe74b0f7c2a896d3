using Assistant.Text.Analysis;

namespace Assistant.Retrieval.Ranking;

/// <summary>
/// Character n-grams of words, with the edges marked. They find what stemming leaves apart: the parts of compounds,
/// other endings, typing errors.
/// </summary>
internal static class CharacterGrams
{
    private const int Length = 5;

    /// <summary>A shorter word with its edges is one gram, and says no more than the word itself.</summary>
    private const int ShortestWord = 4;

    /// <summary>Longer runs are data, not words.</summary>
    private const int LongestWord = 64;

    private const char Edge = '_';

    /// <summary>The distinct grams of a text's words; numbers and identifiers have none, being right or wrong as a whole.</summary>
    /// <param name="tokens">The analysed text: its function words have no grams either.</param>
    public static IReadOnlyList<string> Of(string text, IEnumerable<Token> tokens, TextAnalyzer analyzer)
    {
        var grams = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in Words(text, tokens, analyzer).Distinct(StringComparer.Ordinal))
        {
            var marked = $"{Edge}{word}{Edge}";
            for (var i = 0; i + Length <= marked.Length; i++)
            {
                grams.Add(marked.Substring(i, Length));
            }
        }

        return [.. grams];
    }

    /// <summary>Words are taken as they are written: the ending that a stemmer removes is a sign too.</summary>
    private static IEnumerable<string> Words(string text, IEnumerable<Token> tokens, TextAnalyzer analyzer) => tokens
        .Where(t => !t.IsVariant && t.Length is >= ShortestWord and <= LongestWord)
        .Select(t => analyzer.Fold(text.AsSpan(t.Start, t.Length)))
        .Where(w => w.Length >= ShortestWord && w.All(char.IsLetter));
}
