namespace Assistant.Evaluation.Retrieval;

/// <summary>Measures of one ranking. Ranks count from 1; a grade above 0 is relevant.</summary>
internal static class RankingMetrics
{
    /// <summary>1 when a relevant text is among the first k, else 0. With one relevant text per question this is recall.</summary>
    public static double HitAt(int k, IReadOnlyList<string> ranked, IReadOnlyDictionary<string, int> relevant) =>
        ranked.Take(k).Any(relevant.ContainsKey) ? 1 : 0;

    /// <summary>Share of the relevant texts among the first k.</summary>
    public static double RecallAt(int k, IReadOnlyList<string> ranked, IReadOnlyDictionary<string, int> relevant) =>
        ranked.Take(k).Count(relevant.ContainsKey) / (double)relevant.Count;

    /// <summary>1 / rank of the first relevant text among the first k; 0 when there is none.</summary>
    public static double ReciprocalRankAt(int k, IReadOnlyList<string> ranked, IReadOnlyDictionary<string, int> relevant)
    {
        var rank = ranked.Take(k).TakeWhile(id => !relevant.ContainsKey(id)).Count() + 1;
        return rank > Math.Min(k, ranked.Count) ? 0 : 1.0 / rank;
    }

    /// <summary>Normalised discounted cumulative gain with linear gain, as trec_eval has it.</summary>
    public static double NdcgAt(int k, IReadOnlyList<string> ranked, IReadOnlyDictionary<string, int> relevant)
    {
        var gain = Gain(ranked.Take(k).Select(id => relevant.GetValueOrDefault(id)));
        var ideal = Gain(relevant.Values.OrderDescending().Take(k));
        return ideal == 0 ? 0 : gain / ideal;
    }

    private static double Gain(IEnumerable<int> grades) => grades.Select((grade, i) => grade / Math.Log2(i + 2)).Sum();
}
