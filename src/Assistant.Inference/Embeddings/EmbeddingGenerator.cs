using Microsoft.Extensions.AI;

namespace Assistant.Inference.Embeddings;

/// <summary>The embedding model as the abstraction that .NET's AI libraries use.</summary>
public sealed class EmbeddingGenerator(EmbeddingEngine engine) : IEmbeddingGenerator<string, Embedding<float>>
{
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (options?.Dimensions is { } dimensions && dimensions != engine.Dimensions)
        {
            throw new ArgumentException($"The model {engine.Model.Name} gives {engine.Dimensions} dimensions, not {dimensions}.", nameof(options));
        }

        var batch = await engine.EmbedAsync([.. values], cancellationToken).ConfigureAwait(false);
        return [.. batch.Vectors.Select(v => new Embedding<float>(v) { ModelId = engine.Model.Name })];
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this
        : serviceKey is null && serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("llama.cpp", null, engine.Model.Name, engine.Dimensions)
        : null;

    /// <summary>The engine belongs to who loaded it.</summary>
    public void Dispose()
    {
    }
}
