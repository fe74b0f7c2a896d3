using Assistant.Inference.Embeddings;
using Assistant.Inference.Host.Errors;

namespace Assistant.Inference.Host.Lifetime;

/// <summary>Where the engines are, once they are loaded.</summary>
internal sealed class EngineSlot : IAsyncDisposable
{
    private static readonly TimeSpan LoadingRetry = TimeSpan.FromSeconds(1);

    private volatile EngineState state = new EngineState.Loading();

    public EngineState State
    {
        get => state;
        set => state = value;
    }

    /// <summary>Null with the engines, or why there are none.</summary>
    public ApiError? Find(out LoadedEngines engines)
    {
        engines = state is EngineState.Ready ready ? ready.Engines : null!;
        return state switch
        {
            EngineState.Ready => null,
            EngineState.Failed failed => ApiError.Unavailable($"The engine could not be loaded: {failed.Reason}", "engine_failed"),
            _ => ApiError.Unavailable("The model is being loaded; try again in a moment.", "loading", LoadingRetry),
        };
    }

    /// <summary>Null with the engine that generates, or why there is none.</summary>
    public ApiError? FindGeneration(out InferenceEngine engine)
    {
        var error = Find(out var engines);
        engine = error is null ? engines.Generation! : null!;
        return error ?? (engine is null ? ApiError.ModelNotFound("This server generates no text: Inference:Model names no base model.") : null);
    }

    /// <param name="name">The name that the request gives; the model's own, or "embedder".</param>
    public ApiError? FindEmbedder(string? name, out EmbeddingEngine embedder) =>
        Find(e => e.Embedder, name, "embedder", "Inference:Embedder", out embedder);

    /// <param name="name">The name that the request gives: null, the model's own, or "reranker".</param>
    public ApiError? FindReranker(string? name, out EmbeddingEngine reranker) =>
        Find(e => e.Reranker, name ?? "reranker", "reranker", "Inference:Reranker", out reranker);

    public ValueTask DisposeAsync() => state is EngineState.Ready ready ? ready.Engines.DisposeAsync() : ValueTask.CompletedTask;

    private ApiError? Find(Func<LoadedEngines, EmbeddingEngine?> choose, string? name, string alias, string setting, out EmbeddingEngine found)
    {
        var error = Find(out var engines);
        found = error is null ? choose(engines)! : null!;
        return error
            ?? (found is null ? ApiError.ModelNotFound($"This server has no {alias}: {setting} names none.")
                : name == alias || name == found.Model.Name ? null
                : ApiError.ModelNotFound($"There is no {alias} \"{name}\" here; this server's is \"{found.Model.Name}\"."));
    }
}
