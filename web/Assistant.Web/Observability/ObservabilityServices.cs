using System.Globalization;
using Assistant.Orchestration.Telemetry;
using Assistant.Web.Composition;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Serilog;
using Serilog.Formatting.Compact;

namespace Assistant.Web.Observability;

internal static class ObservabilityServices
{
    private const string ConsoleTemplate = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";
    private const int KeptLogFiles = 14;
    private const long LargestLogFile = 100 * 1024 * 1024;

    /// <summary>
    /// Logs to the console and, as compact JSON with trace ids, to a file a day; traces and metrics go to the
    /// OTLP collector when one is configured.
    /// </summary>
    public static void AddObservability(this WebApplicationBuilder builder, DataFolder data)
    {
        builder.Services.AddOptions<TelemetryOptions>()
            .Bind(builder.Configuration.GetSection(TelemetryOptions.Section))
            .Validate(o => o.Endpoint is null or { IsAbsoluteUri: true, Scheme: "http" or "https" }, "OpenTelemetry:Endpoint must be an absolute http or https URL, such as http://localhost:4317, or be left out.")
            .ValidateOnStart();

        builder.Services.AddSerilog(
            (_, logger) => logger
                .ReadFrom.Configuration(builder.Configuration)
                .Enrich.FromLogContext()
                .WriteTo.Logger(console => console
                    .Filter.ByExcluding(ConsoleNoise.Matches)
                    .WriteTo.Console(outputTemplate: ConsoleTemplate, formatProvider: CultureInfo.InvariantCulture))
                .WriteTo.File(
                    new CompactJsonFormatter(),
                    Path.Combine(data.Logs, "assistant-.jsonl"),
                    rollingInterval: RollingInterval.Day,
                    fileSizeLimitBytes: LargestLogFile,
                    rollOnFileSizeLimit: true,
                    retainedFileCountLimit: KeptLogFiles),
            preserveStaticLogger: true);

        var endpoint = builder.Configuration.GetSection(TelemetryOptions.Section).Get<TelemetryOptions>()?.Endpoint;
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("assistant", serviceVersion: typeof(ObservabilityServices).Assembly.GetName().Version?.ToString(3)))
            .WithTracing(traces => traces.AddSource(PipelineTelemetry.Name).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation())
            .WithMetrics(metrics => metrics.AddMeter(PipelineTelemetry.Name).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddRuntimeInstrumentation());
        if (endpoint is { IsAbsoluteUri: true })
        {
            telemetry.UseOtlpExporter(OpenTelemetry.Exporter.OtlpExportProtocol.Grpc, endpoint);
        }
    }
}
