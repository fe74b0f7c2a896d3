using System.Globalization;
using OpenTelemetry.Metrics;
using Serilog;
using Serilog.Events;

namespace Assistant.Inference.Host.Observability;

internal static class ObservabilitySetup
{
    private const string ConsoleTemplate = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";

    /// <summary>Logs to standard error (standard output belongs to the announcements) and collects metrics for Prometheus.</summary>
    public static void AddObservability(this WebApplicationBuilder builder)
    {
        builder.Services.AddSerilog(
            (_, logger) => logger
                .ReadFrom.Configuration(builder.Configuration)
                .Enrich.FromLogContext()
                .WriteTo.Console(outputTemplate: ConsoleTemplate, formatProvider: CultureInfo.InvariantCulture, standardErrorFromLevel: LevelAlias.Minimum),
            preserveStaticLogger: true);

        builder.Services.AddSingleton<EngineMeter>();
        builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter(EngineMeter.Name)
            .AddAspNetCoreInstrumentation()
            .AddRuntimeInstrumentation()
            .AddPrometheusExporter());
    }

    /// <summary>GET /metrics, in Prometheus' text format.</summary>
    public static void MapMetrics(this WebApplication app)
    {
        app.Services.GetRequiredService<EngineMeter>();
        app.MapPrometheusScrapingEndpoint("/metrics");
    }

    /// <summary>One line per request: method, path, status and time; monitors that ask every few seconds are spared.</summary>
    public static void UseRequestLog(this WebApplication app) => app.UseSerilogRequestLogging(options =>
    {
        options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
        options.GetLevel = (context, _, exception) => exception is not null ? LogEventLevel.Error
            : IsRoutine(context.Request.Path) ? LogEventLevel.Debug
            : context.Response.StatusCode >= StatusCodes.Status500InternalServerError ? LogEventLevel.Error
            : LogEventLevel.Information;
    });

    private static bool IsRoutine(PathString path) => path.StartsWithSegments("/health") || path == "/metrics" || path == "/status";
}
