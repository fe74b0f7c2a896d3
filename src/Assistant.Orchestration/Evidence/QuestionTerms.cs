using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Assistant.Core.Retrieval;

namespace Assistant.Orchestration.Evidence;

/// <summary>One analysed term of a question: what evidence is measured by.</summary>
/// <param name="Word">The word as written.</param>
/// <param name="Weight">IDF, discounted where the term only sets the scene.</param>
/// <param name="IsLight">An everyday word that says little about the subject.</param>
/// <param name="IsOwn">Of the question itself, not of the one it leans on.</param>
/// <param name="IsAsked">Of the sentence that asks, not of one that sets the scene.</param>
/// <param name="IsKnown">The term or a synonym stands in a passage that the user may read.</param>
/// <param name="Synonyms">Terms that may stand for it.</param>
internal sealed record QuestionTerm(string Term, string Word, double Weight, bool IsLight, bool IsOwn, bool IsAsked, bool IsKnown, IReadOnlySet<string> Synonyms);

/// <summary>The terms of a question with their weights.</summary>
/// <param name="Identifiers">Terms such as "px400" or a year: an answer about another one is no answer.</param>
internal sealed partial record QuestionTerms(IReadOnlyList<QuestionTerm> All, IReadOnlyList<string> Identifiers)
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
        var parts = reader.Sentences(question);
        var asks = parts.Any(IsQuestion);
        foreach (var part in parts.OrderByDescending(IsQuestion))
        {
            var isAsked = !asks || IsQuestion(part);
            Add(part, isOwn: true, isAsked, isAsked ? 1 : SceneWeight);
        }

        if (context is not null)
        {
            Add(context, isOwn: false, isAsked: false, ContextWeight);
        }

        return new QuestionTerms([.. terms.Values], [.. identifiers]);

        void Add(string text, bool isOwn, bool isAsked, double factor)
        {
            var synonyms = reader.Thesaurus.Synonyms(text, language);
            foreach (var token in reader.Analyzer.Analyze(text, language).Where(t => !Amounts.Covers(text, t.Start)))
            {
                if (isAsked && Identifier().IsMatch(token.Term))
                {
                    identifiers.Add(token.Term);
                }

                if (!token.IsVariant && !terms.ContainsKey(token.Term))
                {
                    var isLight = reader.Light.Contains(token.Term, language);
                    var weight = factor * Math.Pow(Math.Min(statistics.Idf(token.Term), LargestIdf), IdfPower) * (isLight ? LightWeight : 1);
                    var others = synonyms.GetValueOrDefault(token.Term, NoSynonyms);
                    var isKnown = statistics.DocumentFrequency.GetValueOrDefault(token.Term) > 0 || others.Any(o => statistics.DocumentFrequency.GetValueOrDefault(o) > 0);
                    terms[token.Term] = new QuestionTerm(token.Term, text.Substring(token.Start, token.Length), weight, isLight, isOwn, isAsked, isKnown, others);
                }
            }
        }
    }

    private static bool IsQuestion(string sentence) => sentence.TrimEnd().EndsWith('?');

    [GeneratedRegex(@"^(\p{L}+\d[\p{L}\d]*|\d+\p{L}[\p{L}\d]*|(19|20)\d\d)$", RegexOptions.NonBacktracking)]
    private static partial Regex Identifier();
}
