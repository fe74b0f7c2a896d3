namespace Assistant.Retrieval.Ranking;

/// <summary>BM25 with field weights (BM25F; Robertson, Zaragoza, Taylor 2004).</summary>
internal static class Bm25
{
    /// <summary>Robertson–Spärck Jones IDF, never negative.</summary>
    public static double Idf(int passages, int documentFrequency) =>
        Math.Log(1 + ((passages - documentFrequency + 0.5) / (documentFrequency + 0.5)));

    /// <summary>What one occurrence counts in a field of this length.</summary>
    public static double PerOccurrence(int length, double averageLength, double lengthPenalty) =>
        1 / (1 - lengthPenalty + (lengthPenalty * length / Math.Max(1, averageLength)));

    /// <param name="frequency">Occurrences, each as <see cref="PerOccurrence"/> has it, weighted by field.</param>
    public static double Score(double idf, double frequency, double saturation) =>
        idf * frequency * (saturation + 1) / (frequency + saturation);
}
