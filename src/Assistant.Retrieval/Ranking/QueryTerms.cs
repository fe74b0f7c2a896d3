using Assistant.Text.Analysis;

namespace Assistant.Retrieval.Ranking;

/// <summary>
/// A term of the query as the query's language has it, with its form in each language that passages are in:
/// a passage is matched with the forms of its own language.
/// </summary>
internal sealed record QueryTerm(string Term, IReadOnlyDictionary<string, IReadOnlySet<string>> Forms)
{
    /// <summary>The distinct terms of a text. What is a stop word in the text's language is none in any other.</summary>
    public static IReadOnlyList<QueryTerm> Of(string? text, string language, IReadOnlyList<string> languages, TextAnalyzer analyzer)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        var own = analyzer.Analyze(text, language);
        var forms = languages.ToDictionary(
            l => l,
            l => (l == language ? own : analyzer.Analyze(text, l)).ToLookup(t => (t.Start, t.Length), t => t.Term),
            StringComparer.Ordinal);
        return
        [
            .. own.GroupBy(t => t.Term, StringComparer.Ordinal).Select(g => new QueryTerm(
                g.Key,
                languages.ToDictionary(
                    l => l,
                    l => (IReadOnlySet<string>)g.SelectMany(t => forms[l][(t.Start, t.Length)]).ToHashSet(StringComparer.Ordinal),
                    StringComparer.Ordinal))),
        ];
    }
}
