using Assistant.Benchmarks.Drivers;
using Assistant.Benchmarks.Load;

namespace Assistant.Benchmarks.Scenarios;

/// <summary>
/// A short question comes while a long answer is written, under another adapter or the same one. The latencies are the
/// short question's.
/// </summary>
internal sealed class ShortBehindLongScenario(bool otherAdapter) : IScenario
{
    private const int Rounds = 3;
    private const int ShortTokens = 8;

    public string Name => otherAdapter ? "short_behind_long_other_adapter" : "short_behind_long_same_adapter";

    public async Task<Measurement> RunAsync(Target target, PromptWriter prompts, CancellationToken cancellationToken)
    {
        await target.OpenAsync(cancellationToken);
        var options = target.Options;
        List<Recording> shorts = [], longs = [];
        var clock = new Clock();
        for (var round = 0; round < Rounds; round++)
        {
            var (written, end) = await target.StartAsync(
                new LoadRequest(new Prompt(prompts.Question()), target.Adapter(0, 2), options.Tokens * 4, options.Lookup, "writer"), cancellationToken);
            await await Task.WhenAny(written.First, end);
            shorts.Add(await target.GenerateAsync(
                new LoadRequest(new Prompt(prompts.FollowUp(30)), target.Adapter(otherAdapter ? 1 : 0, 2), ShortTokens, options.Lookup, "asker"), cancellationToken));
            await end;
            longs.Add(written);
        }

        var measured = Measurement.Of(2, clock, shorts, [.. shorts, .. longs]);
        measured["long_itl_p50_ms"] = Measurement.Percentile(longs.SelectMany(r => r.Gaps), 0.5);
        measured["long_itl_p95_ms"] = Measurement.Percentile(longs.SelectMany(r => r.Gaps), 0.95);
        return measured;
    }
}
