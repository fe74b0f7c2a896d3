namespace Assistant.Inference.Host.Tests.Hosting;

/// <summary>A host with an embedder and a reranker, and no model that generates.</summary>
public sealed class EmbeddingHost : IAsyncLifetime
{
    internal TestHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await TestHost.StartAsync(models => new()
    {
        ["Inference:Model"] = "",
        ["Inference:Embedder"] = models.Embedder,
        ["Inference:Reranker"] = models.Reranker,
    });

    public ValueTask DisposeAsync() => Host is null ? ValueTask.CompletedTask : Host.DisposeAsync();
}
