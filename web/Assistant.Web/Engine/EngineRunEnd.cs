namespace Assistant.Web.Engine;

/// <summary>Why one run of the engine is over.</summary>
internal abstract record EngineRunEnd
{
    private EngineRunEnd()
    {
    }

    /// <summary>It was asked to end: by an administrator, or because the application stops.</summary>
    public sealed record Asked : EngineRunEnd;

    /// <summary>It cannot run with this model or this installation.</summary>
    public sealed record Unusable(string Reason) : EngineRunEnd;

    /// <param name="ReadyFor">How long it had been ready; zero when it never was.</param>
    public sealed record Crashed(string Cause, IReadOnlyList<string> LastLines, TimeSpan ReadyFor) : EngineRunEnd;
}
