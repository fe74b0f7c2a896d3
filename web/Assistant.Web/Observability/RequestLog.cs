using Assistant.Web.Security;
using Microsoft.AspNetCore.StaticAssets;
using Serilog;
using Serilog.Events;

namespace Assistant.Web.Observability;

/// <summary>One line per request: method, path, status, time and account id. Never the query, which may carry tokens.</summary>
internal static class RequestLog
{
    public static void UseRequestLog(this WebApplication app) => app.UseSerilogRequestLogging(options =>
    {
        options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
        options.GetLevel = LevelOf;
        options.EnrichDiagnosticContext = (log, context) => log.Set("UserId", CurrentUser.IdOf(context.User));
    });

    private static LogEventLevel LevelOf(HttpContext context, double milliseconds, Exception? exception) => context.Response.StatusCode switch
    {
        _ when exception is not null => LogEventLevel.Error,
        >= StatusCodes.Status500InternalServerError when !IsRoutine(context) => LogEventLevel.Error,
        _ => IsRoutine(context) ? LogEventLevel.Debug : LogEventLevel.Information,
    };

    /// <summary>Static files, and monitors that ask every few seconds.</summary>
    private static bool IsRoutine(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/health") || context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;
}
