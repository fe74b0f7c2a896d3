using Assistant.Inference.Host.Json;
using Assistant.Inference.Host.Lifetime;
using Assistant.Inference.Host.Security;

namespace Assistant.Inference.Host.Health;

internal static class HealthEndpoints
{
    /// <summary>GET /health: how the server is, 200 as long as it answers. /health/ready: 200 only once requests are served. /status: the engine's figures.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health", (EngineSlot slot) => HealthReport.Of(slot.State)).WithMetadata(Access.Open);
        routes.MapGet("/health/ready", IResult (EngineSlot slot) => HealthReport.Of(slot.State) is var report && report.State == HealthReport.Ready
            ? TypedResults.Ok(report)
            : TypedResults.Json(report, HostJson.Wire.HealthReport, statusCode: StatusCodes.Status503ServiceUnavailable)).WithMetadata(Access.Open);
        routes.MapGet("/status", IResult (EngineSlot slot) => slot.FindGeneration(out var engine) is { } error ? error : TypedResults.Ok(engine.Status));
    }
}
