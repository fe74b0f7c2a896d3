namespace Assistant.Retrieval.Ranking;

/// <summary>Scores the passages of a scope for character n-grams; how often a gram occurs in a passage does not count.</summary>
internal sealed class GramScorer(RankingOptions options, ScopeStatistics statistics, IScopedTerms scope)
{
    public Dictionary<PassageKey, double> Score(IReadOnlyList<string> grams)
    {
        var found = grams.Select(_ => new List<(PassageKey Passage, int GramCount)>()).ToList();
        scope.ReadGrams(grams, occurrence => found[occurrence.Gram].Add((occurrence.Passage, occurrence.GramCount)));

        var scores = new Dictionary<PassageKey, double>();
        foreach (var passages in found)
        {
            var idf = Bm25.Idf(statistics.Passages, passages.Count);
            foreach (var (passage, gramCount) in passages)
            {
                var frequency = Bm25.PerOccurrence(gramCount, statistics.AverageGrams, options.LengthPenalty);
                scores[passage] = scores.GetValueOrDefault(passage) + Bm25.Score(idf, frequency, options.Saturation);
            }
        }

        return scores;
    }
}
