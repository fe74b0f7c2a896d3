namespace Assistant.Core.Answers;

/// <summary>The server that runs the language model: one that was configured, or the engine that the application starts itself.</summary>
public interface IModelServer
{
    ModelServerState State { get; }

    /// <summary>
    /// Where to send a request, waiting for the server when it is on its way. Null when there is none, it will not come
    /// up by itself, or the patience is used up.
    /// </summary>
    /// <param name="patience">Zero not to wait.</param>
    Task<ModelAddress?> ConnectAsync(TimeSpan patience, CancellationToken cancellationToken);
}

public enum ModelServerState
{
    /// <summary>No language model is installed: answers quote the documents.</summary>
    None,
    Starting,
    Ready,

    /// <summary>It ended and is being started again.</summary>
    Restarting,

    /// <summary>It cannot run with this model, and is not started again by itself.</summary>
    Unusable,
}

/// <param name="Url">Base URL of the OpenAI protocol, "/v1" included.</param>
public sealed record ModelAddress(Uri Url, string? ApiKey);
