using System.Numerics.Tensors;
using Assistant.Inference.Gguf;
using Assistant.Inference.Native;
using Assistant.Inference.Runtime;
using Assistant.Inference.Status;
using Assistant.Inference.Validation;
using Microsoft.Extensions.Logging;

namespace Assistant.Inference.Embeddings;

/// <summary>An embedding or reranking model. Calls are computed one after another.</summary>
public sealed class EmbeddingEngine : IAsyncDisposable
{
    // Longer texts belong into several passages; a larger context would only cost memory.
    private const int MostTextTokens = 8192;

    // Texts computed in one decode at most.
    private const int MostSequences = 64;

    private readonly SemaphoreSlim turn = new(1);
    private readonly IRuntimeModel model;
    private readonly IRuntimeContext context;
    private readonly PooledBatch batch;
    private readonly PairPrompt pairs;

    private EmbeddingEngine(RuntimeDescription runtime, IRuntimeModel model, BaseModelInfo info, string hash, Pooling pooling, InferenceOptions options)
    {
        Runtime = runtime;
        this.model = model;
        var textTokens = Math.Min(info.ContextLength, MostTextTokens);
        var batchTokens = Math.Max(textTokens, options.BatchTokens);
        context = model.CreateContext(new ContextSettings(batchTokens, batchTokens, MostSequences, options.Threads, Pooling: pooling));
        batch = new PooledBatch(context);
        pairs = new PairPrompt(model.Vocabulary, info.File.Metadata);
        Model = new ModelDescription(Path.GetFileNameWithoutExtension(info.File.Path), hash, info.Architecture, model.SizeBytes, info.VocabularySize, textTokens, HasChatTemplate: false);
    }

    public ModelDescription Model { get; }

    public RuntimeDescription Runtime { get; }

    /// <summary>Length of a vector; of a reranker the number of its outputs.</summary>
    public int Dimensions => model.EmbeddingLength;

    /// <exception cref="ModelFileException">The model cannot be used.</exception>
    /// <exception cref="RuntimeException">llama.cpp's library is missing or failed.</exception>
    public static async Task<EmbeddingEngine> LoadEmbedderAsync(InferenceOptions options, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var info = ModelFile.Read(options.Embedder, "Inference:Embedder");
        if (info.Pooling == PoolingType.Rank)
        {
            throw new ModelFileException($"Inference:Embedder = \"{options.Embedder}\" is a reranker. Set Inference:Reranker to it, and Inference:Embedder to an embedding model.");
        }

        // A text model without a pooling of its own is read by the mean of its token states.
        var pooling = info.Pooling is null or PoolingType.None ? Pooling.Mean : Pooling.FromModel;
        return await LoadAsync(info, pooling, options, loggers, cancellationToken).ConfigureAwait(false);
    }

    /// <exception cref="ModelFileException">The model cannot be used.</exception>
    /// <exception cref="RuntimeException">llama.cpp's library is missing or failed.</exception>
    public static async Task<EmbeddingEngine> LoadRerankerAsync(InferenceOptions options, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var info = ModelFile.Read(options.Reranker, "Inference:Reranker");
        return info.FindTensor("cls.weight") is null && info.FindTensor("cls.output.weight") is null
            ? throw new ModelFileException($"Inference:Reranker = \"{options.Reranker}\" has no classification head (cls): it is not a reranker. Set a reranking model.")
            : await LoadAsync(info, Pooling.Rank, options, loggers, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>One vector of unit length per text. Texts longer than the model's context are cut and counted.</summary>
    public async Task<EmbeddingBatch> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var tokens = texts.Select(t => model.Vocabulary.Tokenize(t, addSpecial: true, parseSpecial: false)).ToList();
        var cut = tokens.Count(t => t.Length > Model.ContextTokens);
        var vectors = await ComputeAsync([.. tokens.Select(t => t[..Math.Min(t.Length, Model.ContextTokens)])], cancellationToken).ConfigureAwait(false);
        foreach (var vector in vectors)
        {
            Normalize(vector);
        }

        return new EmbeddingBatch(vectors, tokens.Sum(t => Math.Min(t.Length, Model.ContextTokens)), cut);
    }

    /// <summary>One relevance score per document, higher is better, in the order given; the scale is the model's own.</summary>
    public async Task<RerankBatch> RerankAsync(string query, IReadOnlyList<string> documents, CancellationToken cancellationToken)
    {
        var built = documents.Select(d => pairs.Build(query, d, Model.ContextTokens)).ToList();
        var outputs = await ComputeAsync([.. built.Select(b => b.Tokens)], cancellationToken).ConfigureAwait(false);
        return new RerankBatch([.. outputs.Select(o => o[0])], built.Sum(b => b.Tokens.Length), built.Count(b => b.Cut));
    }

    public async ValueTask DisposeAsync()
    {
        await turn.WaitAsync().ConfigureAwait(false);
        context.Dispose();
        model.Dispose();
        turn.Dispose();
    }

    private static async Task<EmbeddingEngine> LoadAsync(BaseModelInfo info, Pooling pooling, InferenceOptions options, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var hashing = ContentHash.ComputeAsync(info.File.Path, cancellationToken);
        var runtime = RuntimeFactory.Create(options, loggers);
        var model = await Task.Run(() => runtime.Load(info.File.Path, new ModelSettings(options.GpuLayers)), cancellationToken).ConfigureAwait(false);
        return new EmbeddingEngine(runtime.Description, model, info, await hashing.ConfigureAwait(false), pooling, options);
    }

    private static void Normalize(Span<float> vector)
    {
        var norm = TensorPrimitives.Norm(vector);
        if (norm > 0)
        {
            TensorPrimitives.Divide(vector, norm, vector);
        }
    }

    private async Task<IReadOnlyList<float[]>> ComputeAsync(IReadOnlyList<int[]> texts, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => batch.Compute(texts, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }
}
