using Assistant.Core.Retrieval;
using Assistant.Text.Analysis;
using Microsoft.Extensions.Options;

namespace Assistant.Retrieval.Ranking;

/// <summary>
/// BM25F over passage text and headings (Robertson, Zaragoza, Taylor 2004), with statistics of the user's scope.
/// Earlier turns add to the score of what the question itself found, within a bound.
/// </summary>
internal sealed class PassageRanker(TextAnalyzer analyzer, IOptions<RankingOptions> options)
{
    public Ranking Rank(PassageQuery query, IScopedTerms scope, CancellationToken cancellationToken)
    {
        var statistics = scope.Statistics();
        if (statistics.Passages == 0)
        {
            return new Ranking([], SearchResult.Empty.Statistics);
        }

        var question = QueryTerm.Of(query.Text, query.Language, statistics.Languages, analyzer);
        var earlier = QueryTerm.Of(query.Context, query.Language, statistics.Languages, analyzer)
            .ExceptBy(question.Select(t => t.Term), t => t.Term)
            .ToList();
        var bm25 = new Bm25(options.Value, statistics, scope);
        var own = bm25.Score(question, cancellationToken);
        var context = bm25.Score(earlier, cancellationToken);

        var total = Combine(own, context);
        var best = total
            .Select(s => new ScoredPassage(s.Key, s.Value * (bm25.DomainOf(s.Key) == query.Domain ? 1 + options.Value.DomainBoost : 1)))
            .OrderByDescending(s => s.Score)
            .ThenBy(s => s.Id)
            .Take(query.Limit)
            .ToList();
        return new Ranking(best, new TermStatistics(statistics.Passages, bm25.DocumentFrequency));
    }

    /// <summary>Scales the context's scores so that they help, but cannot carry a passage past the question's best.</summary>
    private Dictionary<long, double> Combine(Dictionary<long, double> own, Dictionary<long, double> context)
    {
        if (context.Count == 0 || own.Count == 0)
        {
            return own.Count == 0 ? context : own;
        }

        var scale = options.Value.ContextShare * own.Values.Max() / context.Values.Max();
        foreach (var (id, score) in context)
        {
            own[id] = own.GetValueOrDefault(id) + (scale * score);
        }

        return own;
    }
}
