namespace Assistant.Evaluation;

internal static class Percentiles
{
    /// <summary>The nearest-rank percentile, rounded to three decimals; 0 without values.</summary>
    /// <param name="share">0–1.</param>
    public static double Of(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0 : Math.Round(sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)], 3);
    }
}
