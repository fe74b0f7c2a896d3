using Assistant.Inference.Runtime;

namespace Assistant.Inference.Status;

/// <param name="Name">File name without extension.</param>
/// <param name="Hash">SHA-256 of the file, lower-case hexadecimal.</param>
/// <param name="ContextTokens">Most tokens of one request, prompt and output together.</param>
public sealed record ModelDescription(string Name, string Hash, string Architecture, long SizeBytes, int VocabularySize, int ContextTokens, bool HasChatTemplate);

/// <param name="Name">Name by which requests choose it, e.g. "hr@3".</param>
/// <param name="Hash">SHA-256 of the file.</param>
/// <param name="InFlight">Requests that hold it now.</param>
public sealed record AdapterDescription(string Name, string Hash, int Rank, float Alpha, long SizeBytes, int InFlight, DateTimeOffset LoadedAt);

/// <summary>A snapshot for health pages and metrics; counters run from the engine's start.</summary>
public sealed record EngineStatus
{
    public required ModelDescription Model { get; init; }

    public required RuntimeDescription Runtime { get; init; }

    public required IReadOnlyList<AdapterDescription> Adapters { get; init; }

    /// <summary>Adapter groups with running requests.</summary>
    public required IReadOnlyList<GroupStatus> Groups { get; init; }

    public required int Running { get; init; }

    public required int Waiting { get; init; }

    /// <summary>Cells of the KV cache in use, by running sequences and by cached prefixes (estimates).</summary>
    public required int RunningCells { get; init; }

    public required int CachedCells { get; init; }

    public required int TotalCells { get; init; }

    public required int CachedPrefixes { get; init; }

    public required long HostCacheBytes { get; init; }

    public required EngineCounters Counters { get; init; }

    /// <summary>Per adapter set ("base", "hr@3", "hr@3+style@1"): what it did so far.</summary>
    public required IReadOnlyList<AdapterTraffic> Traffic { get; init; }
}

/// <param name="Adapters">Names and scales, e.g. "hr@3" or "base".</param>
public sealed record GroupStatus(string Adapters, int Running);

public sealed record AdapterTraffic(string Adapters, long Requests, long PromptTokens, long ReusedTokens, long GeneratedTokens);

/// <param name="Steps">Decodes.</param>
/// <param name="GroupSwitches">Changes of the adapter set.</param>
/// <param name="Preemptions">Running requests set back for lack of room.</param>
/// <param name="Refused">Requests refused because the queue was full.</param>
/// <param name="BusySeconds">Time spent computing.</param>
public sealed record EngineCounters(
    long Requests,
    long Refused,
    long Cancelled,
    long Failed,
    long PromptTokens,
    long ReusedTokens,
    long GeneratedTokens,
    long DraftedTokens,
    long AcceptedTokens,
    long Steps,
    long GroupSwitches,
    long Preemptions,
    long Evictions,
    long Restores,
    double BusySeconds);
