using Assistant.Inference.Generation;
using System.Numerics.Tensors;
using System.Text.RegularExpressions;
using Assistant.Inference.Runtime;

namespace Assistant.Inference.Tests.Runtime;

public abstract partial class RuntimeConformanceTests
{
    [Fact]
    public void Sample_Greedy_IsTheLargestLogit()
    {
        var model = Load(files.Base);
        var plain = Open(model.CreateSampler(new SamplingParameters()));
        // A bias of nothing makes it a chain of samplers.
        var chain = Open(model.CreateSampler(new SamplingParameters { LogitBias = new Dictionary<int, float> { [5] = 0 } }));

        for (var seed = 0; seed < 20; seed++)
        {
            var logits = RandomLogits(model, seed);
            plain.Sample(logits).ShouldBe(TensorPrimitives.IndexOfMax<float>(logits));
            chain.Sample(logits).ShouldBe(TensorPrimitives.IndexOfMax<float>(logits));
        }
    }

    [Fact]
    public void Sample_WithASeed_IsDeterminedByIt()
    {
        var model = Load(files.Base);

        var drawn = Draw(model, new SamplingParameters { Temperature = 1, Seed = 7 });

        Draw(model, new SamplingParameters { Temperature = 1, Seed = 7 }).ShouldBe(drawn);
        Draw(model, new SamplingParameters { Temperature = 1, Seed = 8 }).ShouldNotBe(drawn);
        drawn.Distinct().Count().ShouldBeGreaterThan(10);
    }

    [Theory]
    [InlineData(4, 1f, 0f)]
    [InlineData(0, 0.5f, 0f)]
    [InlineData(0, 1f, 0.4f)]
    public void Sample_WithTopKTopPOrMinP_DrawsOnlyFromWhatTheyKeep(int topK, float topP, float minP)
    {
        var model = Load(files.Base);
        var logits = RandomLogits(model, 3);
        var probabilities = new float[logits.Length];
        TensorPrimitives.SoftMax(logits, probabilities);
        var ranked = Enumerable.Range(0, logits.Length).OrderByDescending(t => logits[t]).ToArray();
        var sum = 0f;
        var nucleus = ranked.TakeWhile(t => sum < topP - 1e-4f && (sum += probabilities[t]) > 0).ToHashSet();
        var kept = ranked[..(topK > 0 ? topK : ranked.Length)].Where(t => nucleus.Contains(t) && probabilities[t] >= minP * probabilities[ranked[0]]).ToHashSet();

        var drawn = Draw(model, new SamplingParameters { Temperature = 1, TopK = topK, TopP = topP, MinP = minP, Seed = 5 }, logits, 400);

        kept.Count.ShouldBeInRange(2, 100);
        drawn.ShouldAllBe(t => kept.Contains(t));
        drawn.Distinct().Count().ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(1f)]
    public void Sample_UnderAGrammar_WritesOnlyWhatItAllows(float temperature)
    {
        var model = Load(files.Base);
        for (var seed = 0; seed < 20; seed++)
        {
            using var sampler = model.CreateSampler(new SamplingParameters { Temperature = temperature, Seed = (uint)seed, Grammar = "root ::= \"{\" [a-z]{1,8} \":\" (\"ja\" | \"Größe\") \"}\"" });
            var tokens = new List<int>();
            do
            {
                tokens.Add(sampler.Sample(RandomLogits(model, (seed * 1000) + tokens.Count)));
            }
            while (tokens.Count < 200 && !model.Vocabulary.EndsGeneration(tokens[^1]));

            var text = Join(model.Vocabulary, tokens);
            Allowed().IsMatch(text).ShouldBeTrue(text);
        }
    }

    [Theory]
    [InlineData("root ::= missing")]
    [InlineData("root ::= (\"a\"")]
    [InlineData("other ::= \"a\"")]
    public void CreateSampler_WithAGrammarThatIsRefused_Throws(string grammar)
    {
        var model = Load(files.Base);

        Should.Throw<RuntimeException>(() => model.CreateSampler(new SamplingParameters { Grammar = grammar })).Message.ShouldContain("grammar");
    }

    [Fact]
    public void Sample_WithPenalties_LeavesTokensThatWereSaid()
    {
        var model = Load(files.Base);
        var logits = new float[model.Vocabulary.Size];
        (logits[500], logits[501]) = (5f, 4.5f);
        SamplingParameters[] penalties =
        [
            new() { RepeatPenalty = 1.5f, PenaltyTokens = 2 },
            new() { FrequencyPenalty = 1, PenaltyTokens = 2 },
            new() { PresencePenalty = 1, PenaltyTokens = 2 },
        ];

        foreach (var settings in penalties)
        {
            using var fresh = model.CreateSampler(settings);
            using var prompted = model.CreateSampler(settings);
            prompted.AcceptPrompt(500);

            fresh.Sample(logits).ShouldBe(500);
            fresh.Sample(logits).ShouldBe(501);
            prompted.Sample(logits).ShouldBe(501);
            // Out of the window of two tokens it is free again.
            prompted.AcceptPrompt(600);
            prompted.AcceptPrompt(601);
            prompted.Sample(logits).ShouldBe(500);
        }
    }

    [Fact]
    public void Sample_WithLogitBias_MovesTheChoice()
    {
        var model = Load(files.Base);
        var logits = RandomLogits(model, 1);
        var best = TensorPrimitives.IndexOfMax<float>(logits);

        Draw(model, new SamplingParameters { LogitBias = new Dictionary<int, float> { [best] = -100 } }, logits, 1).ShouldNotContain(best);
        Draw(model, new SamplingParameters { LogitBias = new Dictionary<int, float> { [77] = 100 } }, logits, 1).ShouldBe([77]);
    }

    [GeneratedRegex(@"^\{[a-z]{1,8}:(ja|Größe)\}$", RegexOptions.CultureInvariant)]
    private static partial Regex Allowed();

    private static int[] Draw(IRuntimeModel model, SamplingParameters settings, float[]? logits = null, int count = 60)
    {
        using var sampler = model.CreateSampler(settings);
        return [.. Enumerable.Range(0, count).Select(i => sampler.Sample(logits ?? RandomLogits(model, i)))];
    }

    private static float[] RandomLogits(IRuntimeModel model, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, model.Vocabulary.Size).Select(_ => (float)(random.NextDouble() + random.NextDouble() + random.NextDouble()) * 4)];
    }
}
