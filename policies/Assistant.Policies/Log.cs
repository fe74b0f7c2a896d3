using Microsoft.Extensions.Logging;

namespace Assistant.Policies;

/// <summary>Log messages. They carry ids and counts, never text of questions, documents or answers.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "{Count} policy rules are in force from {Folder}, rule set {Hash}.")]
    public static partial void RulesLoaded(this ILogger logger, int count, string folder, string hash);

    [LoggerMessage(2, LogLevel.Error, "The changed policy rules are not taken over and rule set {Hash} stays in force: {Errors}")]
    public static partial void RulesRejected(this ILogger logger, string hash, string errors);

    [LoggerMessage(3, LogLevel.Error, "Policy rule {RuleId} failed; the text it was checking is withheld.")]
    public static partial void RuleFailed(this ILogger logger, string ruleId, Exception exception);

    [LoggerMessage(4, LogLevel.Error, "Policy rule {RuleId} did not end within {Timeout}; the text it was checking is withheld.")]
    public static partial void RuleTimedOut(this ILogger logger, string ruleId, TimeSpan timeout);

    [LoggerMessage(5, LogLevel.Warning, "Changes of {Folder} are not reported by the file system; it is looked at every {PollInterval} instead.")]
    public static partial void WatchFailed(this ILogger logger, string folder, TimeSpan pollInterval, Exception exception);
}
