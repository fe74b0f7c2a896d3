using Microsoft.Extensions.Logging;

namespace Assistant.Adapters;

/// <summary>Log messages. They carry counts, never text of questions.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Routing learned {Domains} domains from {Examples} examples in {Milliseconds} ms; it abstains below a confidence of {Threshold:F2}.")]
    public static partial void Trained(this ILogger logger, int examples, int domains, long milliseconds, double threshold);
}
