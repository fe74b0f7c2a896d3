using System.Collections.Concurrent;
using Assistant.Inference.Generation;

namespace Assistant.Inference.Tests.Engine;

/// <summary>Whatever runs beside a request, and whatever is cached, its output is the one it has alone.</summary>
public sealed class InterleavingTests(EngineFixture fixture, ITestOutputHelper output) : IClassFixture<EngineFixture>
{
    private static readonly IReadOnlyList<AdapterChoice>[] Sets =
    [
        [], [new(EngineFixture.Hr)], [new(EngineFixture.It)], [new(EngineFixture.Hr), new(EngineFixture.It, 0.5f)], [new(EngineFixture.Hr, 0.25f)],
    ];

    [Theory]
    [InlineData(1, 11_500, 2048)]
    [InlineData(2, 1_000, 256)]
    [InlineData(3, 1_000, 320)]
    public async Task Generate_InAnyInterleaving_GivesItsOutputAlone(int seed, int requests, int contextTokens)
    {
        await using var alone = await fixture.LoadAsync(o => o with { CachedPrefixes = 0, HostCacheMegabytes = 0, MaxRunning = 1 });
        await using var engine = await fixture.LoadAsync(o => o with { ContextTokens = contextTokens, MaxRunning = 12, PrefillChunk = 16, BatchTokens = 64, CachedPrefixes = 12, HostCacheMegabytes = 1, QuantumMilliseconds = 1 });
        var references = new ReferenceOutputs(alone);
        var pool = Pool(engine, seed);
        var random = new Random(seed);
        var work = new ConcurrentQueue<GenerationRequest>(Enumerable.Range(0, requests).Select(_ => pool[random.Next(pool.Count)]));
        var results = new ConcurrentBag<(GenerationRequest Request, IReadOnlyList<int> Ids)>();

        await Task.WhenAll(Enumerable.Range(0, 16).Select(worker => WorkAsync(engine, work, results, new Random(seed * 100 + worker))));

        List<string> differences = [];
        foreach (var (request, ids) in results)
        {
            if (await references.DifferenceAsync(request, ids) is { } difference)
            {
                differences.Add(difference);
            }
        }

        var counters = engine.Status.Counters;
        output.WriteLine($"{results.Count} compared, {references.Excused} excused by a gap under 1e-4; {counters}");
        differences.ShouldBeEmpty();
        counters.ReusedTokens.ShouldBeGreaterThan(0);
        counters.Preemptions.ShouldBeLessThan(requests);
        results.Count.ShouldBeGreaterThan(requests * 8 / 10);
    }

    /// <summary>Requests whose prompts share prefixes of many lengths.</summary>
    private static List<GenerationRequest> Pool(InferenceEngine engine, int seed)
    {
        var random = new Random(seed);
        var words = "the leave policy says that every employee may ask for days off in the portal and the manager answers".Split(' ');
        var stems = Enumerable.Range(0, 6).Select(_ => Words(random, words, random.Next(5, 45))).ToList();
        return [.. Enumerable.Range(0, 160).Select(_ => new GenerationRequest
        {
            Prompt = engine.Tokenize($"{stems[random.Next(stems.Count)]} {Words(random, words, random.Next(1, 6))}"),
            Adapters = Sets[random.Next(Sets.Length)],
            MaxTokens = random.Next(1, 14),
            User = $"user {random.Next(4)}",
            PromptLookup = random.Next(2) == 0,
        })];
    }

    private static string Words(Random random, string[] words, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => words[random.Next(words.Length)]));

    /// <summary>One request in ten is cancelled in mid-flight.</summary>
    private static async Task WorkAsync(
        InferenceEngine engine, ConcurrentQueue<GenerationRequest> work, ConcurrentBag<(GenerationRequest, IReadOnlyList<int>)> results, Random random)
    {
        while (work.TryDequeue(out var request))
        {
            using var cancel = new CancellationTokenSource();
            var generation = engine.Start(request, cancel.Token);
            if (random.Next(10) == 0)
            {
                await Task.Delay(random.Next(4), TestContext.Current.CancellationToken);
                await cancel.CancelAsync();
            }

            var result = await generation.ReadToEndAsync();
            if (result.Summary.Reason is FinishReason.Stop or FinishReason.Length)
            {
                results.Add((request, result.Ids));
            }
            else
            {
                result.Summary.Reason.ShouldBe(FinishReason.Cancelled);
            }
        }
    }
}
