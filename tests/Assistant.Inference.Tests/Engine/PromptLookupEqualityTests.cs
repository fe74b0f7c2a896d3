using Assistant.Inference.Generation;
using Assistant.TestKit.Models;

namespace Assistant.Inference.Tests.Engine;

/// <summary>Prompt lookup changes how fast an answer comes, and nothing of it.</summary>
public sealed class PromptLookupEqualityTests(EngineFixture fixture, ITestOutputHelper output) : IClassFixture<EngineFixture>
{
    [Theory]
    [InlineData(ModelSpeech.Random, 1000, 0f)]
    [InlineData(ModelSpeech.Successor, 300, 0f)]
    [InlineData(ModelSpeech.Successor, 300, 1.5f)]
    public async Task Generate_WithManyPrompts_IsTheSameWithAndWithoutLookup(ModelSpeech speech, int prompts, float temperature)
    {
        var options = EngineFixture.ModelOptions with { Speech = speech };
        var file = TinyModel.Write(Path.Combine(Path.GetTempPath(), $"lookup-{Guid.NewGuid():N}.gguf"), options);
        await using (var plain = await fixture.LoadAsync(o => o with { CachedPrefixes = 0, HostCacheMegabytes = 0, MaxRunning = 1 }, file))
        await using (var engine = await fixture.LoadAsync(o => o with { MaxRunning = 8, MaxQueue = prompts }, file))
        {
            var references = new ReferenceOutputs(plain);
            var random = new Random(5);
            var requests = Enumerable.Range(0, prompts).Select(i => Request(Prompt(engine, options, random), i, temperature)).ToList();

            var generations = requests.Select(r => engine.Start(r)).ToList();
            List<string> differences = [];
            foreach (var (request, generation) in requests.Zip(generations))
            {
                var ids = (await generation.ReadToEndAsync()).Ids;
                if (await references.DifferenceAsync(request with { PromptLookup = false }, ids) is { } difference)
                {
                    differences.Add(difference);
                }
            }

            var counters = engine.Status.Counters;
            output.WriteLine($"{counters.DraftedTokens} drafted, {counters.AcceptedTokens} accepted, {references.Excused} excused");
            differences.ShouldBeEmpty();
            counters.AcceptedTokens.ShouldBeGreaterThan(20);
        }

        File.Delete(file);
    }

    [Fact]
    public async Task Generate_AnAnswerThatQuotesItsPrompt_TakesFewerSteps()
    {
        var options = new TinyModelOptions { Seed = 3, Speech = ModelSpeech.Successor, Context = 1024 };
        var file = TinyModel.Write(Path.Combine(Path.GetTempPath(), $"successor-{Guid.NewGuid():N}.gguf"), options);
        var cycle = TinyModel.SuccessorCycle(options);
        await using (var engine = await fixture.LoadAsync(model: file))
        {
            var request = Generations.Greedy([.. cycle[..120], cycle[10]], 96) with { PromptLookup = true };
            var before = engine.Status.Counters.Steps;

            var result = await engine.RunAsync(request);

            result.Ids.ShouldBe(cycle[11..107]);
            result.Summary.AcceptedTokens.ShouldBeGreaterThan(70);
            (engine.Status.Counters.Steps - before).ShouldBeLessThan(30);
        }

        File.Delete(file);
    }

    private static GenerationRequest Request(IReadOnlyList<int> prompt, int index, float temperature) => new()
    {
        Prompt = prompt,
        MaxTokens = 24,
        Sampling = new SamplingParameters { Temperature = temperature, TopK = 3, Seed = (uint)index },
        User = $"{index}",
    };

    /// <summary>Prompts that repeat themselves, or hold what the model will say, so that there is something to look up.</summary>
    private static IReadOnlyList<int> Prompt(InferenceEngine engine, TinyModelOptions options, Random random)
    {
        if (options.Speech == ModelSpeech.Successor)
        {
            var cycle = TinyModel.SuccessorCycle(options);
            var start = random.Next(cycle.Length - 60);
            return [.. cycle[start..(start + 50)], cycle[start + random.Next(40)]];
        }

        var stem = engine.Tokenize($"policy {random.Next(40)} {random.Next(6)}");
        return [.. stem, .. Enumerable.Range(0, 3).SelectMany(_ => stem.Skip(1))];
    }
}
