using Serilog.Events;
using Serilog.Filters;

namespace Assistant.Web.Observability;

/// <summary>What the log file has and the console is spared.</summary>
internal static class ConsoleNoise
{
    // A line per document and request would bury the one with the address.
    private static readonly Func<LogEvent, bool> IsIngestion = Matching.FromSource("Assistant.Ingestion.Pipeline");
    private static readonly Func<LogEvent, bool> IsRequest = Matching.FromSource("Serilog.AspNetCore");
    private static readonly Func<LogEvent, bool> IsEngine = Matching.FromSource("Assistant.Web.Engine");
    private static readonly Func<LogEvent, bool> IsHost = Matching.FromSource("Microsoft.Extensions.Hosting.Internal.Host");
    private static readonly Func<LogEvent, bool> IsServer = Matching.FromSource("Microsoft.AspNetCore.Server.Kestrel");

    public static bool Matches(LogEvent entry) =>
        (entry.Level < LogEventLevel.Warning && (IsIngestion(entry) || IsRequest(entry) || IsEngineOutput(entry)))
        || (IsFailedStart(entry) && (IsHost(entry) || IsServer(entry)));

    private static bool IsEngineOutput(LogEvent entry) => IsEngine(entry) && entry.Properties.ContainsKey("Line");

    /// <summary>The framework's account of a failed start: the console gets one explanation instead.</summary>
    private static bool IsFailedStart(LogEvent entry) =>
        entry.MessageTemplate.Text is "Unable to start Kestrel." or "Hosting failed to start";
}
