namespace Assistant.Inference.Host.Lifetime;

/// <summary>How far the engine is. It goes from loading to ready or failed, and stays there.</summary>
internal abstract record EngineState
{
    private EngineState()
    {
    }

    public sealed record Loading : EngineState;

    public sealed record Ready(LoadedEngines Engines) : EngineState;

    /// <param name="ExitCode">What the process ends with.</param>
    public sealed record Failed(string Reason, int ExitCode) : EngineState;
}
