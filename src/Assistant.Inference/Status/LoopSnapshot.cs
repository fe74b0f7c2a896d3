namespace Assistant.Inference.Status;

/// <summary>What the engine's thread last said of itself.</summary>
internal sealed record LoopSnapshot(
    IReadOnlyList<GroupStatus> Groups,
    int Running,
    int RunningCells,
    int KeptCells,
    int KeptPrefixes,
    long HostBytes,
    EngineCounters Counters,
    IReadOnlyList<AdapterTraffic> Traffic)
{
    public static LoopSnapshot Empty { get; } = new([], 0, 0, 0, 0, 0, new EngineStatistics().Counters(0, 0, 0), []);
}
