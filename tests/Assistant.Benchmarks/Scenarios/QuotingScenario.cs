using Assistant.Benchmarks.Drivers;
using Assistant.Benchmarks.Load;
using Assistant.TestKit.Models;

namespace Assistant.Benchmarks.Scenarios;

/// <summary>
/// Answers that quote passages, with or without prompt lookup. Three quarters of such an answer stand in the passages
/// when the model is ours; a given model is asked to repeat them.
/// </summary>
internal sealed class QuotingScenario(bool lookup) : IScenario
{
    private const int Answers = 4;
    private const int Passages = 12;
    private const int PassageTokens = 36;
    private const int GapTokens = 12;

    public string Name => lookup ? "quoting_with_lookup" : "quoting_without_lookup";

    public ModelSpeech Speech => ModelSpeech.Successor;

    public async Task<Measurement> RunAsync(Target target, PromptWriter prompts, CancellationToken cancellationToken)
    {
        await target.OpenAsync(cancellationToken);
        List<Recording> answers = [];
        var clock = new Clock();
        for (var i = 0; i < Answers; i++)
        {
            var prompt = target.Models.Cycle is { } cycle ? Stretches(cycle, prompts) : Repeat(prompts);
            answers.Add(await target.GenerateAsync(new LoadRequest(prompt, null, target.Options.Tokens, lookup), cancellationToken));
        }

        var measured = Measurement.Of(1, clock, answers, answers);
        measured.Notes["quoting"] = target.Models.Cycle is null ? "the model's own repetition" : "a model that quotes its context; 3/4 of the answer is in it";
        return measured;
    }

    private static Prompt Repeat(PromptWriter prompts)
    {
        var passages = prompts.Text(300);
        return new($"{passages}.\nRepeat these passages word for word.\n{passages[..100]}");
    }

    /// <summary>Passages in any order that are neighbours in what the model says, but for a gap, and the first tokens of one.</summary>
    private static Prompt Stretches(IReadOnlyList<int> cycle, PromptWriter prompts)
    {
        var first = prompts.Next(cycle.Count);
        IEnumerable<int> Said(int place, int count) => Enumerable.Range(first + place, count).Select(i => cycle[i % cycle.Count]);
        var order = prompts.Shuffle(Enumerable.Range(0, Passages));
        return new(null, [.. order.SelectMany(p => Said(p * (PassageTokens + GapTokens), PassageTokens)), .. Said(0, 4)]);
    }
}
