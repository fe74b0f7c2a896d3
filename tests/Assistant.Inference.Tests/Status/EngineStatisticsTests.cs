using Assistant.Inference.Generation;
using Assistant.Inference.Status;

namespace Assistant.Inference.Tests.Status;

public sealed class EngineStatisticsTests
{
    [Fact]
    public void Count_WithEverNewAdapterSets_KeepsABoundedNumberOfThem()
    {
        var statistics = new EngineStatistics();
        var summary = new GenerationSummary(FinishReason.Stop, 10, 4, 3, 0, 0, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);

        for (var i = 0; i < 1_000; i++)
        {
            statistics.Count($"hr@1*0.{i}", summary);
        }

        var traffic = statistics.Traffic();
        traffic.Count.ShouldBeLessThanOrEqualTo(257);
        traffic.Sum(t => t.Requests).ShouldBe(1_000);
        traffic[0].Adapters.ShouldBe("other");
    }
}
