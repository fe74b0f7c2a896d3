using System.IO.Enumeration;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Assistant.Benchmarks.Drivers;
using Assistant.Benchmarks.Load;
using Assistant.Benchmarks.Models;
using Assistant.Benchmarks.Scenarios;

namespace Assistant.Benchmarks;

/// <summary>Runs the scenarios, one after the other, against one server or engine.</summary>
internal static class EngineBenchmark
{
    private static readonly IScenario[] All =
    [
        new RawLoopScenario(1),
        new RawLoopScenario(8),
        new SharedLoadScenario("same_adapter", 1, 1),
        new SharedLoadScenario("same_adapter", 4, 1),
        new SharedLoadScenario("same_adapter", 8, 1),
        new SharedLoadScenario("mixed_adapters", 4, 4),
        new SharedLoadScenario("mixed_adapters", 8, 4),
        new ShortBehindLongScenario(otherAdapter: true),
        new ShortBehindLongScenario(otherAdapter: false),
        new ConversationScenario(),
        new QuotingScenario(lookup: false),
        new QuotingScenario(lookup: true),
    ];

    /// <returns>One object for each scenario: medians over the repetitions.</returns>
    /// <exception cref="UsageException">No scenario has such a name.</exception>
    public static async IAsyncEnumerable<JsonObject> RunAsync(BenchmarkOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var chosen = All.Where(s => FileSystemName.MatchesSimpleExpression(options.Only, s.Name)).ToList();
        if (chosen.Count == 0)
        {
            throw new UsageException($"--only '{options.Only}' names none of {string.Join(", ", All.Select(s => s.Name))}.");
        }

        // Scenarios that want the same model share an engine, which keeps what it has cached.
        foreach (var group in chosen.GroupBy(s => s.Speech))
        {
            var models = await Task.Run(() => ModelFiles.Prepare(options, group.Key), cancellationToken);
            await using var target = new Target(options, models);
            foreach (var scenario in group.Where(s => s.Fits(options)))
            {
                yield return await MeasureAsync(scenario, target, options, cancellationToken);
            }
        }
    }

    private static async Task<JsonObject> MeasureAsync(IScenario scenario, Target target, BenchmarkOptions options, CancellationToken cancellationToken)
    {
        List<Measurement> measured = [];
        for (var repetition = 0; repetition < options.Repeat; repetition++)
        {
            await Console.Error.WriteLineAsync($"{scenario.Name} {repetition + 1}/{options.Repeat}");
            var prompts = new PromptWriter(options.Seed, $"{scenario.Name}/{repetition}");
            measured.Add(await scenario.RunAsync(target, prompts, cancellationToken));
        }

        var result = Measurement.Median(measured).ToJson(scenario.Name);
        result["driver"] = options.Driver;
        result["model"] = target.Models.Description;
        result["repeat"] = options.Repeat;
        return result;
    }
}
