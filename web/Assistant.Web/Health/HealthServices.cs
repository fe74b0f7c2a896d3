using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Assistant.Web.Health;

internal static class HealthServices
{
    /// <summary>Tag of the checks that must pass before questions are answered.</summary>
    public const string Ready = "ready";

    // A part that needs longer is not ready: whoever asks wants an answer now.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Adds the checks behind the health endpoints, and the log line that says when everything is ready.</summary>
    public static void AddReadiness(this IServiceCollection services)
    {
        services.AddSingleton<Probes>();
        services.AddHealthChecks()
            .Add("database", (probes, ct) => probes.DatabaseAsync(ct))
            .Add("index", (probes, ct) => probes.IndexAsync(ct))
            .Add("policies", (probes, _) => probes.PoliciesAsync())
            .Add("router", (probes, ct) => probes.RouterAsync(ct))
            .Add("samples", (probes, ct) => probes.SamplesAsync(ct))
            .AddCheck<EngineCheck>("engine");
        services.AddHostedService<ReadyNotice>();
    }

    private static IHealthChecksBuilder Add(this IHealthChecksBuilder checks, string name, Func<Probes, CancellationToken, ValueTask<string?>> probe) =>
        checks.Add(new HealthCheckRegistration(
            name,
            provider => new ProbeCheck(cancellationToken => probe(provider.GetRequiredService<Probes>(), cancellationToken)),
            HealthStatus.Unhealthy,
            [Ready],
            Patience));

    private sealed class ProbeCheck(Func<CancellationToken, ValueTask<string?>> probe) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            await probe(cancellationToken) is { } missing ? HealthCheckResult.Unhealthy(missing) : HealthCheckResult.Healthy();
    }
}
