using Assistant.Benchmarks.Drivers;
using Assistant.Benchmarks.Load;

namespace Assistant.Benchmarks.Scenarios;

/// <summary>Users who ask at the same moment, each about passages of their own, with adapters evenly among them.</summary>
internal sealed class SharedLoadScenario(string name, int users, int adapters) : IScenario
{
    public string Name => $"{name}_{users}";

    public async Task<Measurement> RunAsync(Target target, PromptWriter prompts, CancellationToken cancellationToken)
    {
        await target.OpenAsync(cancellationToken);
        var requests = Enumerable.Range(0, users)
            .Select(i => new LoadRequest(new Prompt(prompts.Question()), target.Adapter(i, adapters), target.Options.Tokens, target.Options.Lookup, $"user{i}"))
            .ToList();
        var clock = new Clock();
        var recordings = await Task.WhenAll(requests.Select(r => target.GenerateAsync(r, cancellationToken)));
        return Measurement.Of(users, clock, recordings, recordings);
    }
}
