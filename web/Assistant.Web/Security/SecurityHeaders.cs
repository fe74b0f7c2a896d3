namespace Assistant.Web.Security;

/// <summary>Headers on every response that keep other sites, inline code and content sniffing out.</summary>
internal static class SecurityHeaders
{
    private const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; object-src 'none'; " +
        "base-uri 'self'; form-action 'self'; frame-ancestors 'none'; connect-src 'self'";

    // The development server's reload channel listens on a port of its own.
    private const string DevelopmentChannels = " ws://localhost:* wss://localhost:*";

    public static void UseSecurityHeaders(this WebApplication app)
    {
        var policy = app.Environment.IsDevelopment() ? ContentSecurityPolicy + DevelopmentChannels : ContentSecurityPolicy;
        app.Use((context, next) =>
        {
            // At the very end, so that they stand on error responses too, whose headers are cleared first.
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                headers.ContentSecurityPolicy = policy;
                headers.XContentTypeOptions = "nosniff";
                headers.XFrameOptions = "DENY";
                headers["Referrer-Policy"] = "no-referrer";
                headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                return Task.CompletedTask;
            });
            return next(context);
        });
    }
}
