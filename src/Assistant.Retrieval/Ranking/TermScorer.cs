namespace Assistant.Retrieval.Ranking;

/// <summary>Scores the passages of a scope for analysed terms.</summary>
internal sealed class TermScorer(RankingOptions options, ScopeStatistics statistics, IScopedTerms scope)
{
    /// <param name="documentFrequency">Gets, per term, the number of passages within the scope that hold it.</param>
    public Dictionary<PassageKey, double> Score(IReadOnlyList<QueryTerm> terms, Dictionary<string, int> documentFrequency)
    {
        var scores = new Dictionary<PassageKey, double>();
        foreach (var (term, frequencies) in terms.Zip(Frequencies(terms)))
        {
            documentFrequency[term.Term] = frequencies.Count;
            var idf = Bm25.Idf(statistics.Passages, frequencies.Count);
            foreach (var (passage, frequency) in frequencies)
            {
                scores[passage] = scores.GetValueOrDefault(passage) + Bm25.Score(idf, frequency, options.Saturation);
            }
        }

        return scores;
    }

    /// <summary>Per term, the passages that hold the form it has in their language.</summary>
    private List<Dictionary<PassageKey, double>> Frequencies(IReadOnlyList<QueryTerm> terms)
    {
        var uses = terms.SelectMany((term, index) => term.Forms.SelectMany(f => f.Value.Select(form => (form, f.Key, index))))
            .GroupBy(use => use.form, use => (Language: use.Key, Term: use.index), StringComparer.Ordinal)
            .ToList();
        var frequencies = terms.Select(_ => new Dictionary<PassageKey, double>()).ToList();
        scope.ReadTerms([.. uses.Select(u => u.Key)], occurrence =>
        {
            var weight = occurrence.InBody
                ? Bm25.PerOccurrence(occurrence.BodyLength, statistics.AverageBody, options.LengthPenalty)
                : options.HeadingWeight * Bm25.PerOccurrence(occurrence.HeadingLength, statistics.AverageHeading, options.LengthPenalty);
            foreach (var use in uses[occurrence.Term].Where(use => use.Language == occurrence.Language))
            {
                var term = frequencies[use.Term];
                term[occurrence.Passage] = term.GetValueOrDefault(occurrence.Passage) + weight;
            }
        });
        return frequencies;
    }
}
