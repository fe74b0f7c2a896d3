using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Assistant.Core.Retrieval;
using Assistant.Text.Analysis;

namespace Assistant.Orchestration.Evidence;

/// <summary>The terms of a question with their weights.</summary>
/// <param name="Identifiers">Terms such as "px400" or a year: an answer about another one is no answer.</param>
/// <param name="Phrases">Words about the subject that the asking sentence says side by side ("share price").</param>
internal sealed partial record QuestionTerms(
    IReadOnlyList<QuestionTerm> All,
    IReadOnlyList<string> Identifiers,
    IReadOnlyList<(QuestionTerm First, QuestionTerm Second)> Phrases)
{
    // The weights below were fitted on the sample questions, to cite the gold passage and to decline what is unanswerable.
    private const double ContextWeight = 0.66;
    private const double SceneWeight = 0.25;
    private const double LightWeight = 0.09;
    private const double LargestIdf = 4.75;
    private const double IdfPower = 0.82;

    private static readonly IReadOnlySet<string> NoSynonyms = FrozenSet<string>.Empty;

    /// <summary>Sum of all weights.</summary>
    public double Total => All.Sum(t => t.Weight);

    /// <summary>Reads the terms of a question and of the ones it leans on.</summary>
    public static QuestionTerms Of(string question, string? context, string language, TermStatistics statistics, QuestionReader reader)
    {
        var terms = new Dictionary<string, QuestionTerm>(StringComparer.Ordinal);
        var identifiers = new SortedSet<string>(StringComparer.Ordinal);
        var neighbours = new List<(string First, string Second)>();
        var parts = reader.Sentences(question);
        var asks = parts.Any(IsQuestion);
        foreach (var part in parts.OrderByDescending(IsQuestion))
        {
            var isAsked = !asks || IsQuestion(part);
            var tokens = Add(part, isOwn: true, isAsked, isAsked ? 1 : SceneWeight);
            if (isAsked)
            {
                var words = tokens.Where(t => !t.IsVariant).Select(t => t.Term).ToList();
                neighbours.AddRange(words.Zip(words.Skip(1)));
                identifiers.UnionWith(tokens.Select(t => t.Term).Where(t => Identifier().IsMatch(t)));
            }
        }

        if (context is not null)
        {
            Add(context, isOwn: false, isAsked: false, ContextWeight);
        }

        return new QuestionTerms([.. terms.Values], [.. identifiers], [.. SaidTogether(neighbours, terms)]);

        List<Token> Add(string text, bool isOwn, bool isAsked, double factor)
        {
            var synonyms = reader.Thesaurus.Synonyms(text, language);
            var amounts = Amounts.Spans(text);
            var tokens = reader.Analyzer.Analyze(text, language).Where(t => !amounts.Any(a => a.Start <= t.Start && t.Start < a.End)).ToList();
            foreach (var token in tokens.Where(t => !t.IsVariant))
            {
                if (!terms.ContainsKey(token.Term))
                {
                    var isLight = reader.Light.Contains(token.Term, language) && !IsJoined(text, token);
                    var weight = factor * Math.Pow(Math.Min(statistics.Idf(token.Term), LargestIdf), IdfPower) * (isLight ? LightWeight : 1);
                    var others = synonyms.GetValueOrDefault(token.Term, NoSynonyms);
                    var isKnown = statistics.DocumentFrequency.GetValueOrDefault(token.Term) > 0 || others.Any(o => statistics.DocumentFrequency.GetValueOrDefault(o) > 0);
                    terms[token.Term] = new QuestionTerm(token.Term, text.Substring(token.Start, token.Length), weight, isLight, isOwn, isAsked, isKnown, others);
                }
            }

            return tokens;
        }
    }

    private static IEnumerable<(QuestionTerm, QuestionTerm)> SaidTogether(IEnumerable<(string First, string Second)> neighbours, Dictionary<string, QuestionTerm> terms) =>
        from pair in neighbours.Distinct()
        where pair.First != pair.Second
        let first = terms.GetValueOrDefault(pair.First)
        let second = terms.GetValueOrDefault(pair.Second)
        where first is { IsLight: false } && second is { IsLight: false }
        select (first, second);

    private static bool IsQuestion(string sentence) => sentence.TrimEnd().EndsWith('?');

    /// <summary>A part of a word with a hyphen: everyday words make other ones together ("on-call", "carry-over").</summary>
    private static bool IsJoined(string text, Token token)
    {
        var end = token.Start + token.Length;
        return (token.Start > 1 && text[token.Start - 1] == '-' && char.IsLetter(text[token.Start - 2]))
            || (end + 1 < text.Length && text[end] == '-' && char.IsLetter(text[end + 1]));
    }

    [GeneratedRegex(@"^(\p{L}+\d[\p{L}\d]*|\d+\p{L}[\p{L}\d]*|(19|20)\d\d)$", RegexOptions.NonBacktracking)]
    private static partial Regex Identifier();
}
