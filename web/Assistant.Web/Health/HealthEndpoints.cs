using Assistant.Web.Security;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Assistant.Web.Health;

internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteSummaryAsync }).AllowAnonymous();
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = c => c.Tags.Contains(HealthServices.Ready), ResponseWriter = WriteSummaryAsync }).AllowAnonymous();
        routes.MapHealthChecks("/health", new HealthCheckOptions { ResponseWriter = WriteDetailAsync }).RequireAuthorization(AccessPolicies.Admin);
    }

    private static Task WriteSummaryAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new Summary(report.Status.ToString(), [.. Missing(report)]),
        context.RequestAborted);

    private static Task WriteDetailAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new Detail(
            report.Status.ToString(),
            report.TotalDuration.TotalMilliseconds,
            report.Entries.ToDictionary(e => e.Key, e => new Part(e.Value.Status.ToString(), e.Value.Description ?? e.Value.Exception?.Message, e.Value.Duration.TotalMilliseconds))),
        context.RequestAborted);

    private static IEnumerable<string> Missing(HealthReport report) => report.Entries.Where(e => e.Value.Status != HealthStatus.Healthy).Select(e => e.Key);

    /// <param name="Missing">The parts that are not ready; details are for administrators.</param>
    private sealed record Summary(string Status, IReadOnlyList<string> Missing);

    private sealed record Detail(string Status, double Milliseconds, IReadOnlyDictionary<string, Part> Parts);

    private sealed record Part(string Status, string? Message, double Milliseconds);
}
