namespace Assistant.Web;

/// <summary>Log messages of the web application. They carry ids and counts, never names, addresses or text.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Assistant runs at {Address}. Open it and pick a demo account to sign in.")]
    public static partial void RunningWithDemoAccounts(this ILogger logger, string address);

    [LoggerMessage(2, LogLevel.Information, "Assistant runs at {Address}. Sign in with your account.")]
    public static partial void Running(this ILogger logger, string address);

    [LoggerMessage(3, LogLevel.Warning, "There is no administrator yet. Make the first one within {Hours} hours, with this link that works once: {Link}")]
    public static partial void SetupLink(this ILogger logger, Uri link, double hours);

    [LoggerMessage(4, LogLevel.Information, "The first administrator, account {UserId}, was made.")]
    public static partial void FirstAdministratorMade(this ILogger logger, Guid userId);

    [LoggerMessage(5, LogLevel.Information, "Account {UserId} was made.")]
    public static partial void AccountMade(this ILogger logger, Guid userId);

    [LoggerMessage(6, LogLevel.Information, "A link that sets the password of account {UserId} was made.")]
    public static partial void LinkMade(this ILogger logger, Guid userId);

    [LoggerMessage(7, LogLevel.Information, "The roles of account {UserId} were changed.")]
    public static partial void RolesChanged(this ILogger logger, Guid userId);

    [LoggerMessage(8, LogLevel.Information, "Account {UserId}: disabled is now {Disabled}.")]
    public static partial void DisabledChanged(this ILogger logger, Guid userId, bool disabled);

    [LoggerMessage(9, LogLevel.Information, "Account {UserId} signed in.")]
    public static partial void SignedIn(this ILogger logger, Guid userId);

    [LoggerMessage(10, LogLevel.Warning, "A sign-in failed.")]
    public static partial void SignInFailed(this ILogger logger);

    [LoggerMessage(11, LogLevel.Information, "The password of account {UserId} was set.")]
    public static partial void PasswordSet(this ILogger logger, Guid userId);

    [LoggerMessage(12, LogLevel.Information, "Ready to answer {Seconds:0.0} s after the start.")]
    public static partial void Ready(this ILogger logger, double seconds);

    [LoggerMessage(40, LogLevel.Information, "The groups of account {UserId} were changed by {ActorId}.")]
    public static partial void GroupsChanged(this ILogger logger, Guid userId, Guid actorId);

    [LoggerMessage(41, LogLevel.Information, "Document {DocumentId} was edited by {ActorId}.")]
    public static partial void DocumentEdited(this ILogger logger, Guid documentId, Guid actorId);

    [LoggerMessage(42, LogLevel.Information, "Document {DocumentId} was deleted by {ActorId}.")]
    public static partial void DocumentDeleted(this ILogger logger, Guid documentId, Guid actorId);

    [LoggerMessage(43, LogLevel.Information, "Review case {CaseId} was decided by {ActorId}.")]
    public static partial void CaseDecided(this ILogger logger, Guid caseId, Guid actorId);

    [LoggerMessage(13, LogLevel.Error, "An uploaded file could not be stored.")]
    public static partial void UploadNotStored(this ILogger logger, Exception exception);

    [LoggerMessage(60, LogLevel.Information, "The engine runs as process {ProcessId}.")]
    public static partial void EngineStarted(this ILogger logger, int processId);

    [LoggerMessage(61, LogLevel.Information, "The engine's process {ProcessId} has ended.")]
    public static partial void EngineEnded(this ILogger logger, int processId);

    [LoggerMessage(62, LogLevel.Information, "The engine is ready.")]
    public static partial void EngineReady(this ILogger logger);

    [LoggerMessage(63, LogLevel.Error, "The engine crashed: {Cause} It is started again in {Seconds:0.##} s; answers quote the documents until then.")]
    public static partial void EngineCrashed(this ILogger logger, string cause, double seconds);

    [LoggerMessage(64, LogLevel.Error, "The engine cannot run; answers quote the documents: {Reason}")]
    public static partial void EngineUnusable(this ILogger logger, string reason);

    [LoggerMessage(65, LogLevel.Error, "The engine could not be supervised.")]
    public static partial void SupervisionFailed(this ILogger logger, Exception exception);

    [LoggerMessage(66, LogLevel.Information, "Engine {ProcessId}: {Line}")]
    public static partial void EngineSaid(this ILogger logger, int processId, string line);

    [LoggerMessage(67, LogLevel.Information, "The engine was restarted by {ActorId}.")]
    public static partial void EngineRestarted(this ILogger logger, Guid actorId);
}
