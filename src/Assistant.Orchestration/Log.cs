using Microsoft.Extensions.Logging;

namespace Assistant.Orchestration;

/// <summary>Log messages. They carry ids and counts, never text of questions, documents or answers.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "A policy check did not run to its end; its unit was withheld.")]
    public static partial void CheckFailed(this ILogger logger, Exception exception);

    [LoggerMessage(2, LogLevel.Error, "Answering turn {TurnId} failed in stage {Stage}.")]
    public static partial void AnswerFailed(this ILogger logger, Guid turnId, string stage, Exception exception);

    [LoggerMessage(3, LogLevel.Critical, "The answer to turn {TurnId} could not be recorded and does not count as given.")]
    public static partial void RecordFailed(this ILogger logger, Guid turnId, Exception exception);

    [LoggerMessage(4, LogLevel.Warning, "The language model failed before its first word; turn {TurnId} is answered with quotes.")]
    public static partial void FellBack(this ILogger logger, Guid turnId, Exception exception);

    [LoggerMessage(5, LogLevel.Information, "Turn {TurnId}: {Outcome} in {Milliseconds} ms, domain {Domain}, {Units} units, {Findings} findings.")]
    public static partial void Answered(this ILogger logger, Guid turnId, string outcome, long milliseconds, string domain, int units, int findings);

    [LoggerMessage(6, LogLevel.Warning, "{Count} answers were being made when the process stopped last time; they are marked as interrupted.")]
    public static partial void Interrupted(this ILogger logger, int count);
}
