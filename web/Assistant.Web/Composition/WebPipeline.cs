using Assistant.Web.Account;
using Assistant.Web.Admin;
using Assistant.Web.Chat;
using Assistant.Web.Documents;
using Assistant.Web.Health;
using Assistant.Web.Observability;
using Assistant.Web.Security;

namespace Assistant.Web.Composition;

/// <summary>The pages, the order of the middleware, and every endpoint.</summary>
internal static class WebPipeline
{
    /// <summary>A pasted question of 100,000 characters must reach the server to be refused with a message.</summary>
    private const long LargestCircuitMessage = 1024 * 1024;

    /// <summary>Of forms. Uploads have the intake's limit.</summary>
    private const long LargestBody = 1024 * 1024;

    public static void AddPages(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        builder.Services.AddRazorComponents().AddInteractiveServerComponents(circuits =>
        {
            circuits.DisconnectedCircuitMaxRetained = 200;
            circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
            circuits.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(30);
        }).AddHubOptions(hub => hub.MaximumReceiveMessageSize = LargestCircuitMessage);
        builder.Services.AddProblemDetails();
        builder.Services.AddReadiness();
        builder.Services.AddChat();
        builder.Services.AddDesk();
        builder.Services.AddHostedService<StartNotice>();
    }

    public static void UseRequestPipeline(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseRequestLog();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = ProblemResponse.WriteAsync });
        if (app.Environment.IsProduction())
        {
            app.UseHsts();
        }

        app.UseStatusCodePages(context => ProblemResponse.WriteAsync(context.HttpContext));
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    public static void MapAssistant(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealth();
        app.MapAccount();
        app.MapDocuments();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = null);
    }
}
