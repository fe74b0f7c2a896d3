using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assistant.Benchmarks.Drivers;
using Assistant.Benchmarks.Models;
using Assistant.Inference;
using Assistant.TestKit.Models;

namespace Assistant.Benchmarks.Soak;

/// <summary>
/// Many short requests against the server as a child process, some of them given up in mid-flight, while adapters are
/// taken out and put back: does its memory stay where it was after warming up?
/// </summary>
internal sealed class SoakBenchmark(SoakOptions options)
{
    // A quarter of the run warms up caches, pools and the JIT compiler.
    private const int WarmUpShare = 4;

    // A prefix cache that is full after the warm-up: what grows later is a leak.
    private static readonly InferenceOptions Settings = new() { ContextTokens = 4096, CachedPrefixes = 0, HostCacheMegabytes = 4 };

    private static readonly string[] Words = "the leave policy says that every employee may ask for days off in the portal".Split(' ');

    private readonly List<long> memory = [];
    private int started, cancelled, failed, swaps;

    public async Task<JsonObject> RunAsync(CancellationToken cancellationToken)
    {
        var models = ModelFiles.Prepare(BenchmarkOptions.From(new Arguments(["--tiny"])), ModelSpeech.Random);
        await using var host = await HostProcess.StartAsync(models.Settings(Settings), cancellationToken);
        using var client = new HttpClient { BaseAddress = host.Address };
        var clock = Stopwatch.StartNew();
        await Task.WhenAll([.. Enumerable.Range(0, options.Workers).Select(w => WorkAsync(client, host, models, new Random(options.Seed + w), cancellationToken))]);

        var steady = memory.Skip(memory.Count / WarmUpShare).ToList();
        var first = Median(steady.Take(steady.Count / 4));
        var last = Median(steady.Skip(steady.Count * 3 / 4));
        return new JsonObject
        {
            ["scenario"] = "soak",
            ["requests"] = options.Requests,
            ["cancelled"] = cancelled,
            ["failed"] = failed,
            ["adapter_swaps"] = swaps,
            ["wall_s"] = Math.Round(clock.Elapsed.TotalSeconds, 1),
            ["memory_mb_after_warm_up"] = first >> 20,
            ["memory_mb_at_end"] = last >> 20,
            ["memory_mb_highest"] = steady.Max() >> 20,
            ["growth"] = Math.Round((last - first) / (double)first, 4),
        };
    }

    private static long Median(IEnumerable<long> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private async Task WorkAsync(HttpClient client, HostProcess host, ModelFiles models, Random random, CancellationToken cancellationToken)
    {
        int number;
        while ((number = Interlocked.Increment(ref started)) <= options.Requests)
        {
            if (number % 100 == 0)
            {
                lock (memory)
                {
                    memory.Add(host.MemoryBytes);
                }

                await SwapAsync(client, models.Adapters[number / 100 % models.Adapters.Count], cancellationToken);
            }

            await RequestAsync(client, models, random, cancellationToken);
        }
    }

    private async Task RequestAsync(HttpClient client, ModelFiles models, Random random, CancellationToken cancellationToken)
    {
        var model = random.Next(3) == 0 ? "base" : models.Adapters[random.Next(models.Adapters.Count)].Name;
        var prompt = string.Join(' ', Enumerable.Range(0, random.Next(4, 40)).Select(_ => Words[random.Next(Words.Length)]));
        using var give = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var gaveUp = random.Next(10) == 0;
        if (gaveUp)
        {
            give.CancelAfter(random.Next(1, 20));
        }

        try
        {
            using var response = await client.PostAsJsonAsync("v1/completions", new { model, prompt, max_tokens = random.Next(2, 16), temperature = 0.7, seed = random.Next() }, give.Token);
            await response.Content.ReadAsByteArrayAsync(give.Token);
            // An adapter that is just being swapped is not there: 404 is the right answer then.
            if (!response.IsSuccessStatusCode && (int)response.StatusCode != 404)
            {
                Interlocked.Increment(ref failed);
            }
        }
        catch (OperationCanceledException) when (gaveUp && !cancellationToken.IsCancellationRequested)
        {
            Interlocked.Increment(ref cancelled);
        }
    }

    private async Task SwapAsync(HttpClient client, (string Name, string? File) adapter, CancellationToken cancellationToken)
    {
        using var removed = await client.DeleteAsync($"v1/adapters/{Uri.EscapeDataString(adapter.Name)}", cancellationToken);
        using var added = await client.PostAsJsonAsync("v1/adapters", new { name = adapter.Name, path = adapter.File }, cancellationToken);
        if (!removed.IsSuccessStatusCode || !added.IsSuccessStatusCode)
        {
            throw new DriverException($"Swapping {adapter.Name} failed: {(int)removed.StatusCode}, {(int)added.StatusCode} {await added.Content.ReadAsStringAsync(cancellationToken)}");
        }

        Interlocked.Increment(ref swaps);
    }
}
