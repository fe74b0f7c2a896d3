using Assistant.Inference.Generation;
using Assistant.TestKit.Models;

namespace Assistant.Inference.Tests.Engine;

/// <summary>Base + LoRA at run time gives what a base with the LoRA merged into its weights gives.</summary>
public sealed class AdapterEqualityTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    public static TheoryData<string> Sets => ["base", "hr", "it", "hr+it", "hr*0.5"];

    [Theory]
    [MemberData(nameof(Sets))]
    public async Task Generate_WithAdapters_EqualsTheMergedModel(string set)
    {
        (IReadOnlyList<AdapterChoice> choices, IReadOnlyList<(TinyAdapterOptions, float)> merged) = set switch
        {
            "hr" => ([new AdapterChoice(EngineFixture.Hr)], [(EngineFixture.HrOptions, 1f)]),
            "it" => ([new AdapterChoice(EngineFixture.It)], [(EngineFixture.ItOptions, 1f)]),
            "hr+it" => ([new AdapterChoice(EngineFixture.Hr), new AdapterChoice(EngineFixture.It, 0.7f)], [(EngineFixture.HrOptions, 1f), (EngineFixture.ItOptions, 0.7f)]),
            "hr*0.5" => ([new AdapterChoice(EngineFixture.Hr, 0.5f)], [(EngineFixture.HrOptions, 0.5f)]),
            _ => ((IReadOnlyList<AdapterChoice>)[], (IReadOnlyList<(TinyAdapterOptions, float)>)[]),
        };
        await using var engine = await fixture.LoadAsync();
        await using var reference = await fixture.LoadAsync(model: fixture.Merged(merged));

        foreach (var prompt in Prompts(engine))
        {
            var expected = await reference.RunAsync(Generations.Greedy(prompt, 48));
            var actual = await engine.RunAsync(Generations.Greedy(prompt, 48, choices));

            actual.Ids.ShouldBe(expected.Ids);
        }
    }

    [Fact]
    public async Task Generate_WithDifferentAdapters_DiffersFromTheBase()
    {
        await using var engine = await fixture.LoadAsync();
        var prompt = engine.Tokenize("How many days of leave do I have?");

        var outputs = new List<IReadOnlyList<int>>
        {
            (await engine.RunAsync(Generations.Greedy(prompt, 32))).Ids,
            (await engine.RunAsync(Generations.Greedy(prompt, 32, new AdapterChoice(EngineFixture.Hr)))).Ids,
            (await engine.RunAsync(Generations.Greedy(prompt, 32, new AdapterChoice(EngineFixture.It)))).Ids,
        };

        outputs.Select(o => string.Join(' ', o)).Distinct().Count().ShouldBe(3);
    }

    private static IEnumerable<int[]> Prompts(InferenceEngine engine) =>
        ((string[])["How many days of leave do I have?", "The quick brown fox", "Reset the password of the VPN account, please.", "a"]).Select(p => engine.Tokenize(p));
}
