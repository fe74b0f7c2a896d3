namespace Assistant.Retrieval.Ranking;

/// <summary>Scores passages for query terms and remembers what it counted.</summary>
internal sealed class Bm25(RankingOptions options, ScopeStatistics statistics, IScopedTerms scope)
{
    private readonly Dictionary<string, int> documentFrequency = new(StringComparer.Ordinal);
    private readonly Dictionary<long, string> domains = [];

    /// <summary>Per term scored: passages within the scope that hold it.</summary>
    public IReadOnlyDictionary<string, int> DocumentFrequency => documentFrequency;

    public string? DomainOf(long passage) => domains.GetValueOrDefault(passage);

    public Dictionary<long, double> Score(IReadOnlyList<QueryTerm> terms, CancellationToken cancellationToken)
    {
        var scores = new Dictionary<long, double>();
        foreach (var term in terms)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var frequencies = Frequencies(term);
            documentFrequency[term.Term] = frequencies.Count;
            var idf = Math.Log(1 + ((statistics.Passages - frequencies.Count + 0.5) / (frequencies.Count + 0.5)));
            foreach (var (id, frequency) in frequencies)
            {
                scores[id] = scores.GetValueOrDefault(id) + (idf * frequency * (options.Saturation + 1) / (frequency + options.Saturation));
            }
        }

        return scores;
    }

    /// <summary>Length-normalised, field-weighted frequency of a term in each passage that holds a form of it.</summary>
    private Dictionary<long, double> Frequencies(QueryTerm term)
    {
        var frequencies = new Dictionary<long, double>();
        foreach (var form in term.Forms.Values.SelectMany(f => f).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            foreach (var posting in scope.Postings(form).Where(p => term.Forms[p.Language].Contains(form)))
            {
                domains[posting.Id] = posting.Domain;
                frequencies[posting.Id] = frequencies.GetValueOrDefault(posting.Id)
                    + (posting.InBody / Norm(posting.BodyLength, statistics.AverageBody))
                    + (options.HeadingWeight * posting.InHeading / Norm(posting.HeadingLength, statistics.AverageHeading));
            }
        }

        return frequencies;
    }

    private double Norm(int length, double average) =>
        1 - options.LengthPenalty + (options.LengthPenalty * length / Math.Max(1, average));
}
