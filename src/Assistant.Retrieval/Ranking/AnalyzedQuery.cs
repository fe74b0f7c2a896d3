using Assistant.Text.Analysis;

namespace Assistant.Retrieval.Ranking;

/// <summary>
/// A term of the query as the query's language has it, with its form in each language that passages are in:
/// a passage is matched with the forms of its own language.
/// </summary>
internal sealed record QueryTerm(string Term, IReadOnlyDictionary<string, IReadOnlySet<string>> Forms);

/// <summary>A query text, analysed.</summary>
/// <param name="Terms">Distinct terms, in order.</param>
/// <param name="Grams">Distinct character n-grams of the terms.</param>
internal sealed record AnalyzedQuery(IReadOnlyList<QueryTerm> Terms, IReadOnlyList<string> Grams)
{
    /// <summary>Longest query that is searched for; the rest of a longer one is left out.</summary>
    private const int MostTerms = 256;

    /// <summary>A long text says enough with its terms; its n-grams would cost more than they tell.</summary>
    private const int MostTermsWithGrams = 48;

    private static readonly AnalyzedQuery Nothing = new([], []);

    /// <summary>What is a stop word in the text's language is none in any other.</summary>
    /// <param name="languages">The languages that passages are in.</param>
    public static AnalyzedQuery Of(string? text, string language, IReadOnlyList<string> languages, TextAnalyzer analyzer)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Nothing;
        }

        var own = analyzer.Analyze(text, language).DistinctBy(t => t.Term).Take(MostTerms).ToList();
        var places = languages.ToDictionary(
            l => l,
            l => analyzer.Analyze(text, l).ToLookup(t => (t.Start, t.Length, t.IsVariant), t => t.Term),
            StringComparer.Ordinal);
        IReadOnlySet<string> Forms(Token token, string passages) =>
            places[passages][(token.Start, token.Length, token.IsVariant)].ToHashSet(StringComparer.Ordinal);

        return new AnalyzedQuery(
            [.. own.Select(t => new QueryTerm(t.Term, languages.ToDictionary(l => l, l => Forms(t, l), StringComparer.Ordinal)))],
            CharacterGrams.Of(text, own.Take(MostTermsWithGrams), analyzer));
    }
}
