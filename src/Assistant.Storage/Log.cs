using Microsoft.Extensions.Logging;

namespace Assistant.Storage;

/// <summary>Log messages. They carry ids and counts, never text of questions, documents or answers.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "The {Provider} database is ready; {Count} migrations were applied.")]
    public static partial void Migrated(this ILogger logger, string provider, int count);

    [LoggerMessage(2, LogLevel.Warning, "{Count} uploads were cut off when the process stopped last time; what they left was removed.")]
    public static partial void LeftoversRemoved(this ILogger logger, int count);
}
