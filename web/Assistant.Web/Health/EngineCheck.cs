using Assistant.Core.Answers;
using Assistant.Web.Engine;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Assistant.Web.Health;

/// <summary>Says how the language model is. The application answers without it, so it is never more than a degradation.</summary>
internal sealed class EngineCheck(IModelServer server, EngineSupervisor? engine = null) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(server.State switch
    {
        ModelServerState.None => HealthCheckResult.Healthy("No language model is installed; answers quote the documents."),
        ModelServerState.Ready when engine is null => HealthCheckResult.Healthy("Answers are written by a server of its own, which is not checked here."),
        ModelServerState.Ready => HealthCheckResult.Healthy("The language model is ready."),
        ModelServerState.Starting => HealthCheckResult.Degraded("The language model is starting; answers quote the documents until then."),
        ModelServerState.Restarting => HealthCheckResult.Degraded($"The language model is being restarted; answers quote the documents until then. {engine?.Snapshot.LastCrash?.Cause}"),
        _ => HealthCheckResult.Degraded($"The language model cannot run; answers quote the documents. {engine?.Snapshot.Reason}"),
    });
}
