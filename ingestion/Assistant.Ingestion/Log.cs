using Assistant.Core.Jobs;
using Microsoft.Extensions.Logging;

namespace Assistant.Ingestion;

/// <summary>Log messages. They carry ids and counts, never names or text of documents.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Version {VersionId}: ready with {Passages} passages in {Milliseconds} ms.")]
    public static partial void Ready(this ILogger logger, Guid versionId, int passages, long milliseconds);

    [LoggerMessage(2, LogLevel.Warning, "Version {VersionId} was refused: {Reason}.")]
    public static partial void Refused(this ILogger logger, Guid versionId, string reason);

    [LoggerMessage(3, LogLevel.Warning, "Job {JobId} ({Kind} of version {VersionId}) failed at attempt {Attempt}; next one in {Delay}.")]
    public static partial void Retrying(this ILogger logger, Guid jobId, JobKind kind, Guid versionId, int attempt, TimeSpan delay, Exception exception);

    [LoggerMessage(4, LogLevel.Error, "Job {JobId} ({Kind} of version {VersionId}) failed at its last attempt, {Attempt}.")]
    public static partial void GaveUp(this ILogger logger, Guid jobId, JobKind kind, Guid versionId, int attempt, Exception exception);

    [LoggerMessage(5, LogLevel.Error, "The job queue could not be read; trying again in {Delay}.")]
    public static partial void QueueFailed(this ILogger logger, TimeSpan delay, Exception exception);

    [LoggerMessage(6, LogLevel.Information, "The index was reconciled: {Removed} documents removed, {Restored} written again.")]
    public static partial void Reconciled(this ILogger logger, int removed, int restored);

    [LoggerMessage(7, LogLevel.Information, "Parser {ProcessId} started.")]
    public static partial void ParserStarted(this ILogger logger, int processId);

    [LoggerMessage(8, LogLevel.Warning, "Parser {ProcessId} was replaced: {Reason}.")]
    public static partial void ParserEnded(this ILogger logger, int processId, string reason);

    [LoggerMessage(9, LogLevel.Information, "A reader gave up: {Detail}.")]
    public static partial void ReaderGaveUp(this ILogger logger, string detail);

    [LoggerMessage(10, LogLevel.Information, "Sample organisation: {Count} documents handed in, {Refused} refused.")]
    public static partial void SamplesImported(this ILogger logger, int count, int refused);

    [LoggerMessage(11, LogLevel.Warning, "Sample {Key} was refused: {Reason}.")]
    public static partial void SampleRefused(this ILogger logger, string key, string reason);

    [LoggerMessage(12, LogLevel.Error, "The sample organisation could not be read in.")]
    public static partial void SamplesFailed(this ILogger logger, Exception exception);

    [LoggerMessage(13, LogLevel.Information, "Document {DocumentId} was deleted with {Files} files.")]
    public static partial void Deleted(this ILogger logger, Guid documentId, int files);

    [LoggerMessage(14, LogLevel.Warning, "The file of version {VersionId} is not in the file store.")]
    public static partial void FileMissing(this ILogger logger, Guid versionId);
}
