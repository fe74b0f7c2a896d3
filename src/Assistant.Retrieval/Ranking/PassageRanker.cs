using Assistant.Core.Retrieval;
using Assistant.Text.Analysis;
using Microsoft.Extensions.Options;

namespace Assistant.Retrieval.Ranking;

/// <summary>
/// Ranks the passages of a scope by their terms; character n-grams and earlier turns add to that within bounds.
/// Everything is counted within the scope, so that nothing outside it shows in a score.
/// </summary>
internal sealed class PassageRanker(TextAnalyzer analyzer, IOptions<RankingOptions> options)
{
    /// <summary>The passages found, in no order.</summary>
    public Ranking Rank(PassageQuery query, IScopedTerms scope, CancellationToken cancellationToken)
    {
        var statistics = scope.Statistics();
        if (statistics.Passages == 0)
        {
            return new Ranking([], SearchResult.Empty.Statistics);
        }

        var question = AnalyzedQuery.Of(query.Text, query.Language, statistics.Languages, analyzer);
        var earlier = AnalyzedQuery.Of(query.Context, query.Language, statistics.Languages, analyzer);
        var terms = new TermScorer(options.Value, statistics, scope);
        var documentFrequency = new Dictionary<string, int>(StringComparer.Ordinal);

        var scores = terms.Score(question.Terms, documentFrequency);
        cancellationToken.ThrowIfCancellationRequested();
        var grams = new GramScorer(options.Value, statistics, scope).Score(question.Grams);
        cancellationToken.ThrowIfCancellationRequested();
        var context = terms.Score([.. earlier.Terms.ExceptBy(question.Terms.Select(t => t.Term), t => t.Term)], documentFrequency);

        Add(scores, grams, options.Value.GramShare);
        Add(scores, context, options.Value.ContextShare);
        return new Ranking(
            [.. scores.Select(s => new ScoredPassage(s.Key.Id, s.Value * Boost(s.Key)))],
            new TermStatistics(statistics.Passages, documentFrequency));
    }

    private double Boost(PassageKey passage) =>
        (passage.InDomain ? 1 + options.Value.DomainBoost : 1) * (passage.InLanguage ? 1 + options.Value.LanguageBoost : 1);

    /// <summary>Adds scores scaled so that their best adds a share of the best so far; alone, they stand as they are.</summary>
    private static void Add(Dictionary<PassageKey, double> scores, Dictionary<PassageKey, double> more, double share)
    {
        if (more.Count == 0)
        {
            return;
        }

        var scale = scores.Count == 0 ? 1 : share * scores.Values.Max() / more.Values.Max();
        foreach (var (passage, score) in more)
        {
            scores[passage] = scores.GetValueOrDefault(passage) + (scale * score);
        }
    }
}
