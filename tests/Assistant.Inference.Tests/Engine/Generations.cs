using Assistant.Inference.Generation;

namespace Assistant.Inference.Tests.Engine;

internal static class Generations
{
    public static RunningGeneration Start(this InferenceEngine engine, GenerationRequest request, CancellationToken cancellationToken = default) =>
        engine.Submit(request, cancellationToken).ShouldBeOfType<Submission.Accepted>().Generation;

    public static async Task<Output> ReadToEndAsync(this RunningGeneration generation)
    {
        var text = "";
        List<GeneratedToken> tokens = [];
        await foreach (var chunk in generation.ReadAsync(TestContext.Current.CancellationToken))
        {
            text += chunk.Text;
            tokens.AddRange(chunk.Tokens);
        }

        return new Output(text, tokens, await generation.Summary);
    }

    public static Task<Output> RunAsync(this InferenceEngine engine, GenerationRequest request) => engine.Start(request).ReadToEndAsync();

    public static GenerationRequest Greedy(IReadOnlyList<int> prompt, int tokens, params IReadOnlyList<AdapterChoice> adapters) =>
        new() { Prompt = prompt, MaxTokens = tokens, Adapters = adapters, PromptLookup = false };
}

internal sealed record Output(string Text, IReadOnlyList<GeneratedToken> Tokens, GenerationSummary Summary)
{
    public IReadOnlyList<int> Ids => [.. Tokens.Select(t => t.Token)];
}
