using Assistant.Inference.Runtime;
using Assistant.Inference.Status;
using Assistant.Inference.Host.Lifetime;

namespace Assistant.Inference.Host.Health;

/// <param name="State">"loading", "ready" or "failed".</param>
/// <param name="Reason">Why it failed.</param>
/// <param name="Runtime">What runs the models, with its back end and devices.</param>
internal sealed record HealthReport(string State, string? Reason = null, RuntimeDescription? Runtime = null, ModelDescription? Model = null, ModelDescription? Embedder = null, ModelDescription? Reranker = null)
{
    public const string Ready = "ready";

    public static HealthReport Of(EngineState state) => state switch
    {
        EngineState.Ready { Engines: var engines } => new(Ready, null, engines.Runtime, engines.Generation?.Model, engines.Embedder?.Model, engines.Reranker?.Model),
        EngineState.Failed failed => new("failed", failed.Reason),
        _ => new("loading"),
    };
}
