namespace Assistant.Web.Engine;

/// <summary>What the engine says of itself at "GET /health".</summary>
/// <param name="State">"loading", "ready" or "failed".</param>
internal sealed record EngineHealth(string State, string? Reason)
{
    public bool IsReady => State == "ready";

    public bool HasFailed => State == "failed";
}
