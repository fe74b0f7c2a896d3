using Assistant.Inference.Adapters;
using Assistant.Inference.Generation;
using Assistant.Inference.Gguf;
using Assistant.Inference.Native;
using Assistant.Inference.Runtime;
using Assistant.Inference.Sampling;
using Assistant.Inference.Scheduling;
using Assistant.Inference.Status;
using Assistant.Inference.Templates;
using Assistant.Inference.Validation;
using Microsoft.Extensions.Logging;

namespace Assistant.Inference;

/// <summary>One frozen base model that serves many requests at once, each with its own adapters.</summary>
public sealed class InferenceEngine : IAsyncDisposable
{
    private readonly IRuntimeModel model;
    private readonly IRuntimeContext context;
    private readonly AdapterPool pool;
    private readonly EngineLoop loop;
    private readonly RequestIntake intake;
    private readonly PromptBuilder prompts;
    private readonly ILogger logger;

    private InferenceEngine(IRuntime runtime, IRuntimeModel model, BaseModelInfo info, string hash, InferenceOptions options, ILoggerFactory loggers, TimeProvider time)
    {
        logger = loggers.CreateLogger<InferenceEngine>();
        this.model = model;
        var onGpu = runtime.Description.Backend != "cpu";
        var cachedPrefixes = options.CachedPrefixes ?? (onGpu ? 48 : 0);
        // As many again as run: what they computed stays until the next request starts.
        context = model.CreateContext(new ContextSettings(
            options.ContextTokens, options.BatchTokens, (2 * options.MaxRunning) + cachedPrefixes, options.Threads, options.KeyValueType, options.FlashAttention));
        var contextTokens = Math.Min(info.ContextLength, context.Cells);
        Runtime = runtime.Description;
        Model = new ModelDescription(
            Path.GetFileNameWithoutExtension(info.File.Path), hash, info.Architecture, model.SizeBytes, info.VocabularySize, contextTokens, info.ChatTemplate is not null);
        var pieces = new TokenPieces(model.Vocabulary);
        var statistics = new EngineStatistics();
        loop = new EngineLoop(model, context, pieces, contextTokens, mixesPrompts: onGpu, cachedPrefixes, options, statistics, time, logger);
        pool = new AdapterPool(model, info, hash, time, loop.Free);
        intake = new RequestIntake(pool, loop, pieces, statistics, time, info.VocabularySize, contextTokens);
        prompts = new PromptBuilder(model.Vocabulary, info.File.Metadata, info.ChatTemplate, time);
    }

    public ModelDescription Model { get; }

    public RuntimeDescription Runtime { get; }

    public EngineStatus Status
    {
        get
        {
            var snapshot = loop.Snapshot;
            return new EngineStatus
            {
                Model = Model,
                Runtime = Runtime,
                Adapters = pool.Describe(),
                Groups = snapshot.Groups,
                Running = snapshot.Running,
                Waiting = loop.Queue.Count,
                RunningCells = snapshot.RunningCells,
                CachedCells = snapshot.KeptCells,
                TotalCells = context.Cells,
                CachedPrefixes = snapshot.KeptPrefixes,
                HostCacheBytes = snapshot.HostBytes,
                Counters = snapshot.Counters,
                Traffic = snapshot.Traffic,
            };
        }
    }

    /// <exception cref="ModelFileException">The model or an adapter of the configuration cannot be used.</exception>
    /// <exception cref="RuntimeException">llama.cpp's library is missing or failed.</exception>
    public static async Task<InferenceEngine> LoadAsync(InferenceOptions options, ILoggerFactory loggers, TimeProvider time, CancellationToken cancellationToken)
    {
        var info = ModelFile.Read(options.Model, "Inference:Model");
        var hashing = ContentHash.ComputeAsync(info.File.Path, cancellationToken);
        var runtime = RuntimeFactory.Create(options, loggers);
        var model = await Task.Run(() => runtime.Load(info.File.Path, new ModelSettings(options.GpuLayers)), cancellationToken).ConfigureAwait(false);
        var engine = new InferenceEngine(runtime, model, info, await hashing.ConfigureAwait(false), options, loggers, time);
        engine.loop.Start();
        try
        {
            await engine.LoadConfiguredAdaptersAsync(options, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await engine.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        Log.ModelReady(engine.logger, engine.Model.Name, engine.Model.Architecture, engine.Model.Hash, options.ContextTokens, options.MaxRunning);
        return engine;
    }

    /// <param name="addSpecial">Adds the tokens that the model wants around a text.</param>
    /// <param name="parseSpecial">Reads control tokens written in the text; false for text that users control.</param>
    public int[] Tokenize(string text, bool addSpecial = true, bool parseSpecial = false) => model.Vocabulary.Tokenize(text, addSpecial, parseSpecial);

    /// <summary>Renders a conversation with the model's chat template. Control tokens written by users stay plain text.</summary>
    public PromptResult BuildPrompt(ChatPrompt chat) => prompts.Build(chat);

    /// <summary>Queues a request.</summary>
    /// <param name="cancellationToken">Ends the generation within one step, waiting or running.</param>
    public Submission Submit(GenerationRequest request, CancellationToken cancellationToken) => intake.Submit(request, cancellationToken);

    /// <summary>Validates and loads an adapter while others are served. A name in use gets the new file; requests in flight keep the old one.</summary>
    public async Task<AdapterResult> LoadAdapterAsync(string name, string path, CancellationToken cancellationToken)
    {
        var result = await pool.LoadAsync(name, path, cancellationToken).ConfigureAwait(false);
        switch (result)
        {
            case AdapterResult.Loaded loaded:
                Log.AdapterLoaded(logger, name, loaded.Adapter.Hash);
                break;
            case AdapterResult.Refused refused:
                Log.AdapterRefused(logger, refused.Message);
                break;
        }

        return result;
    }

    /// <summary>Takes an adapter out of service; its memory is freed when the last request that uses it ends.</summary>
    /// <returns>False when there is none of that name.</returns>
    public bool UnloadAdapter(string name) => pool.Unload(name);

    public async ValueTask DisposeAsync()
    {
        await Task.Run(loop.Dispose).ConfigureAwait(false);
        pool.Dispose();
        context.Dispose();
        model.Dispose();
    }

    private async Task LoadConfiguredAdaptersAsync(InferenceOptions options, CancellationToken cancellationToken)
    {
        foreach (var (name, path) in options.Adapters)
        {
            if (await LoadAdapterAsync(name, path, cancellationToken).ConfigureAwait(false) is AdapterResult.Refused refused)
            {
                throw new ModelFileException($"Inference:Adapters:{name} = \"{path}\" cannot be used. {refused.Message}");
            }
        }
    }
}
