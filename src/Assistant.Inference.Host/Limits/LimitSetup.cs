using System.Threading.RateLimiting;
using Assistant.Inference.Host.Errors;
using Assistant.Inference.Host.Security;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Assistant.Inference.Host.Limits;

internal static class LimitSetup
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    /// <summary>Limits the size of bodies, and the requests in the server at once; health stays reachable.</summary>
    public static void AddLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<KestrelServerOptions>().Configure<IOptions<ServerOptions>>((kestrel, options) => kestrel.Limits.MaxRequestBodySize = options.Value.MaxBodyBytes);
        builder.Services.AddRateLimiter(_ => { });
        builder.Services.AddOptions<RateLimiterOptions>().Configure<IOptions<ServerOptions>>((limiter, options) =>
        {
            var most = options.Value.MaxConcurrentRequests;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => IsOpen(context)
                ? RateLimitPartition.GetNoLimiter("health")
                : RateLimitPartition.GetConcurrencyLimiter("all", _ => new() { PermitLimit = most }));
            limiter.OnRejected = (rejected, _) => new(TooMany(most).ExecuteAsync(rejected.HttpContext));
        });
    }

    private static bool IsOpen(HttpContext context) => context.GetEndpoint()?.Metadata.OfType<Access>().Contains(Access.Open) == true;

    private static ApiError TooMany(int most) => new(
        StatusCodes.Status429TooManyRequests,
        $"The server handles {most} requests at once (Host:MaxConcurrentRequests) and has as many; try again in a moment.",
        "rate_limit_error",
        null,
        "too_many_requests",
        Retry);
}
