using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Assistant.Web.Security;

/// <summary>Limits on what one address or user may ask for.</summary>
internal static class RateLimits
{
    /// <summary>Submitted sign-in, set-up and password forms, per network address and minute.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Uploads per user: a few at a time, the rest wait.</summary>
    public const string Uploads = "uploads";

    private const int ConcurrentUploads = 4;
    private const int WaitingUploads = 1_000;

    public static void AddRateLimits(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (context, _) =>
        {
            var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
            context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        limiter.AddPolicy(SignIn, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter($"from {context.Connection.RemoteIpAddress}", _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = context.RequestServices.GetRequiredService<IOptions<AccountOptions>>().Value.SignInsPerMinute,
                Window = TimeSpan.FromMinutes(1),
            })
            : RateLimitPartition.GetNoLimiter("no attempt"));
        limiter.AddPolicy(Uploads, context => RateLimitPartition.GetConcurrencyLimiter($"{CurrentUser.IdOf(context.User)}", _ => new ConcurrencyLimiterOptions
        {
            PermitLimit = ConcurrentUploads,
            QueueLimit = WaitingUploads,
        }));
    });
}
