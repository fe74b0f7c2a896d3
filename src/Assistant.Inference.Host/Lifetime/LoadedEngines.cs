using Assistant.Inference.Embeddings;
using Assistant.Inference.Runtime;

namespace Assistant.Inference.Host.Lifetime;

/// <summary>What the configuration asked for, loaded. At least one is there.</summary>
internal sealed record LoadedEngines(InferenceEngine? Generation, EmbeddingEngine? Embedder, EmbeddingEngine? Reranker, DateTimeOffset LoadedAt) : IAsyncDisposable
{
    public RuntimeDescription? Runtime => Generation?.Runtime ?? (Embedder ?? Reranker)?.Runtime;

    public async ValueTask DisposeAsync()
    {
        foreach (var engine in new IAsyncDisposable?[] { Generation, Embedder, Reranker })
        {
            if (engine is not null)
            {
                await engine.DisposeAsync();
            }
        }
    }
}
