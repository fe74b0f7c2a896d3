namespace Assistant.Inference.Host;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Ready after {Seconds:F1} s")]
    public static partial void Ready(ILogger logger, double seconds);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The engine could not be loaded: {Reason}")]
    public static partial void LoadFailed(ILogger logger, string reason, Exception? exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Standard input closed: the process that started this one is gone, stopping")]
    public static partial void ParentGone(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "Unhandled failure of {Method} {Path}")]
    public static partial void Unhandled(ILogger logger, string method, string path, Exception exception);
}
