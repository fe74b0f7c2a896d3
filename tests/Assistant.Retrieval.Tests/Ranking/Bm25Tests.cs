using Assistant.Core.Retrieval;
using Assistant.Retrieval.Ranking;
using FsCheck.Xunit;

namespace Assistant.Retrieval.Tests.Ranking;

public sealed class Bm25Tests
{
    [Fact]
    public void Score_KnownExample_FollowsTheFormula()
    {
        // idf = ln(1 + (10 - 2 + 0.5) / (2 + 0.5)); tf 3 in a field of length 8 against an average of 4, k1 1.2, b 0.75.
        var frequency = 3 * Bm25.PerOccurrence(8, 4, 0.75);

        Bm25.Score(Bm25.Idf(10, 2), frequency, 1.2).ShouldBe(Math.Log(1 + (8.5 / 2.5)) * 3 * 2.2 / (3 + (1.2 * (0.25 + (0.75 * 2)))), 1e-12);
    }

    [Property]
    public void Idf_AnyCounts_IsThatOfTheStatisticsAndNeverNegative(byte passages, byte holding)
    {
        var df = Math.Min(passages, holding);

        Bm25.Idf(passages, df).ShouldBe(new TermStatistics(passages, new Dictionary<string, int> { ["x"] = df }).Idf("x"));
        Bm25.Idf(passages, df).ShouldBeGreaterThanOrEqualTo(0);
    }

    [Property]
    public void Score_MoreOccurrences_CountMoreAndSaturate(byte few, byte more)
    {
        var (low, high) = (Bm25.Score(1, few, 1.2), Bm25.Score(1, few + more, 1.2));

        high.ShouldBeGreaterThanOrEqualTo(low);
        high.ShouldBeLessThanOrEqualTo(2.2);
    }
}
