using Assistant.Benchmarks.Drivers;
using Assistant.Benchmarks.Load;

namespace Assistant.Benchmarks.Scenarios;

/// <summary>Six questions about the same passages; each prompt is all that was said before and the next question.</summary>
internal sealed class ConversationScenario : IScenario
{
    private const int Turns = 6;

    public string Name => "conversation";

    public async Task<Measurement> RunAsync(Target target, PromptWriter prompts, CancellationToken cancellationToken)
    {
        await target.OpenAsync(cancellationToken);
        List<Recording> turns = [];
        var prompt = prompts.Question();
        var clock = new Clock();
        for (var turn = 0; turn < Turns; turn++)
        {
            var recording = await target.GenerateAsync(
                new LoadRequest(new Prompt(prompt), target.Adapter(0, 1), target.Options.Tokens, target.Options.Lookup), cancellationToken);
            turns.Add(recording);
            prompt += $"{recording.Text}\n{prompts.FollowUp(15)}";
        }

        var measured = Measurement.Of(1, clock, turns, turns);
        measured["turns"] = Turns;
        return measured;
    }
}
