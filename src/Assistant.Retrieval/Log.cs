using Microsoft.Extensions.Logging;

namespace Assistant.Retrieval;

/// <summary>Log messages. They carry ids and counts, never text of questions or documents.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "The passage index {Path} was made by another version ({Found}, now {Current}); it starts empty and its documents are indexed again.")]
    public static partial void OtherVersion(this ILogger logger, string path, string found, string current);

    [LoggerMessage(2, LogLevel.Warning, "{Path} is damaged or no passage index. It was moved to {MovedTo}; a new one starts empty and its documents are indexed again.")]
    public static partial void Damaged(this ILogger logger, string path, string movedTo, Exception? exception);

    [LoggerMessage(3, LogLevel.Debug, "Document {DocumentId}: {Passages} passages indexed.")]
    public static partial void Replaced(this ILogger logger, Guid documentId, int passages);
}
