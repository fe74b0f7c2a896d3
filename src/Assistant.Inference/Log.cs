using Microsoft.Extensions.Logging;

namespace Assistant.Inference;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "llama.cpp: {Message}")]
    public static partial void NativeWarning(ILogger logger, string message);

    [LoggerMessage(Level = LogLevel.Trace, Message = "llama.cpp: {Message}")]
    public static partial void NativeMessage(ILogger logger, string message);

    [LoggerMessage(Level = LogLevel.Information, Message = "llama.cpp {Library} ({Binding} binding), back end {Backend}, devices {Devices}")]
    public static partial void RuntimeLoaded(ILogger logger, string library, string binding, string backend, string devices);

    [LoggerMessage(Level = LogLevel.Error, Message = "A step failed; the requests in it end with an error")]
    public static partial void StepFailed(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Model {Name} ({Architecture}, {Hash}) is ready: {ContextTokens} tokens of KV cache, {Running} requests at once")]
    public static partial void ModelReady(ILogger logger, string name, string architecture, string hash, int contextTokens, int running);

    [LoggerMessage(Level = LogLevel.Information, Message = "Adapter {Name} ({Hash}) is in service")]
    public static partial void AdapterLoaded(ILogger logger, string name, string hash);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An adapter was refused: {Reason}")]
    public static partial void AdapterRefused(ILogger logger, string reason);
}
