using Assistant.Core.Answers;

namespace Assistant.Web.Engine;

/// <summary>What the supervision knows of the engine at one moment.</summary>
/// <param name="Since">When it came into this state.</param>
/// <param name="Reason">Why it is unusable; null otherwise.</param>
/// <param name="Address">Where it takes requests; null while it does not.</param>
/// <param name="Restarts">Since the application was started, for whatever reason.</param>
public sealed record EngineSnapshot(
    ModelServerState State,
    DateTimeOffset Since,
    string? Reason = null,
    ModelAddress? Address = null,
    int Restarts = 0,
    EngineCrash? LastCrash = null);
