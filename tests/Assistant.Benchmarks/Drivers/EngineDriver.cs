using Assistant.Benchmarks.Load;
using Assistant.Benchmarks.Models;
using Assistant.Inference;
using Assistant.Inference.Generation;
using Microsoft.Extensions.Logging.Abstractions;

namespace Assistant.Benchmarks.Drivers;

/// <summary>The engine in this process.</summary>
internal sealed class EngineDriver : IDriver
{
    private readonly InferenceEngine engine;
    private readonly ModelFiles models;
    private readonly SamplingParameters sampling;

    private EngineDriver(InferenceEngine engine, ModelFiles models)
    {
        (this.engine, this.models) = (engine, models);
        sampling = new SamplingParameters { LogitBias = models.EndTokens.Count == 0 ? null : models.EndTokens.ToDictionary(t => t, _ => -100f) };
    }

    public static async Task<EngineDriver> OpenAsync(InferenceOptions settings, ModelFiles models, CancellationToken cancellationToken) =>
        new(await InferenceEngine.LoadAsync(models.Settings(settings), NullLoggerFactory.Instance, TimeProvider.System, cancellationToken), models);

    public async Task GenerateAsync(LoadRequest request, Recording recording, CancellationToken cancellationToken)
    {
        var submission = engine.Submit(
            new GenerationRequest
            {
                Prompt = request.Prompt.Tokens ?? engine.Tokenize(request.Prompt.Text!),
                Adapters = request.Adapter is { } index ? [new AdapterChoice(models.Adapters[index].Name)] : [],
                Sampling = sampling,
                MaxTokens = request.Tokens,
                User = request.User,
                PromptLookup = request.Lookup,
            },
            cancellationToken);
        if (submission is not Submission.Accepted { Generation: var generation })
        {
            throw new DriverException(((Submission.Refused)submission).Message);
        }

        await foreach (var chunk in generation.ReadAsync(cancellationToken))
        {
            if (chunk.Text.Length > 0)
            {
                recording.Add(chunk.Text);
            }
        }

        var summary = await generation.Summary;
        if (summary.Reason is not (FinishReason.Length or FinishReason.Stop))
        {
            throw new DriverException($"A generation ended with {summary.Reason}: {summary.Failure}");
        }

        recording.Counts = new TokenCounts(summary.PromptTokens, summary.ReusedTokens, summary.GeneratedTokens, summary.DraftedTokens, summary.AcceptedTokens);
    }

    public ValueTask DisposeAsync() => engine.DisposeAsync();
}
