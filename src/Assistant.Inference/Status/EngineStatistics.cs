using Assistant.Inference.Generation;

namespace Assistant.Inference.Status;

/// <summary>Counters of the engine's thread.</summary>
internal sealed class EngineStatistics
{
    // Requests may name any scale: sets beyond this number are counted together.
    private const int MostSets = 256;
    private const string OtherSets = "other";

    private readonly Dictionary<string, AdapterTraffic> traffic = [];
    private long requests, cancelled, failed, promptTokens, reusedTokens, generatedTokens, draftedTokens, acceptedTokens, steps, preemptions;
    private long refused;
    private TimeSpan busy;

    /// <summary>Safe from any thread.</summary>
    public void CountRefusal() => Interlocked.Increment(ref refused);

    public void CountStep(TimeSpan duration)
    {
        steps++;
        busy += duration;
    }

    public void CountPreemption() => preemptions++;

    public void Count(string adapters, GenerationSummary summary)
    {
        requests++;
        cancelled += summary.Reason == FinishReason.Cancelled ? 1 : 0;
        failed += summary.Reason == FinishReason.Failed ? 1 : 0;
        promptTokens += summary.PromptTokens;
        reusedTokens += summary.ReusedTokens;
        generatedTokens += summary.GeneratedTokens;
        draftedTokens += summary.DraftedTokens;
        acceptedTokens += summary.AcceptedTokens;
        adapters = traffic.ContainsKey(adapters) || traffic.Count < MostSets ? adapters : OtherSets;
        var before = traffic.GetValueOrDefault(adapters) ?? new AdapterTraffic(adapters, 0, 0, 0, 0);
        traffic[adapters] = before with
        {
            Requests = before.Requests + 1,
            PromptTokens = before.PromptTokens + summary.PromptTokens,
            ReusedTokens = before.ReusedTokens + summary.ReusedTokens,
            GeneratedTokens = before.GeneratedTokens + summary.GeneratedTokens,
        };
    }

    /// <summary>Per adapter set, the busiest first.</summary>
    public IReadOnlyList<AdapterTraffic> Traffic() => [.. traffic.Values.OrderByDescending(t => t.Requests)];

    public EngineCounters Counters(long groupSwitches, long evictions, long restores) => new(
        requests, Interlocked.Read(ref refused), cancelled, failed, promptTokens, reusedTokens, generatedTokens, draftedTokens, acceptedTokens,
        steps, groupSwitches, preemptions, evictions, restores, busy.TotalSeconds);
}
