using Assistant.Inference.Host.Completions;
using Assistant.Inference.Host.Generation;

namespace Assistant.Inference.Host.Tests.Generation;

public sealed class FieldRulesTests
{
    private const int Vocabulary = 100;

    public static TheoryData<string> Wrong => [.. WrongFields.Keys];

    private static Dictionary<string, CompletionRequest> WrongFields { get; } = new()
    {
        ["max_tokens"] = new() { MaxTokens = 0 },
        ["temperature"] = new() { Temperature = 2.1f },
        ["top_p"] = new() { TopP = -0.1f },
        ["top_k"] = new() { TopK = -1 },
        ["min_p"] = new() { MinP = float.NaN },
        ["frequency_penalty"] = new() { FrequencyPenalty = 3 },
        ["presence_penalty"] = new() { PresencePenalty = -3 },
        ["repeat_penalty"] = new() { RepeatPenalty = 0 },
        ["deadline_ms"] = new() { DeadlineMs = 0 },
        ["n"] = new() { N = 2 },
        ["stop"] = new() { Stop = [""] },
        ["logit_bias"] = new() { LogitBias = new Dictionary<string, float> { ["100"] = 1 } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Check_OfAWrongValue_NamesTheField(string field) =>
        FieldRules.Check(WrongFields[field], Vocabulary)!.Param.ShouldBe(field);

    [Fact]
    public void Check_OfTooManyStops_NamesTheField() =>
        FieldRules.Check(new CompletionRequest { Stop = [.. Enumerable.Range(0, 17).Select(i => $"s{i}")] }, Vocabulary)!.Param.ShouldBe("stop");

    [Fact]
    public void Check_OfValuesInRange_FindsNothing() =>
        FieldRules.Check(
            new CompletionRequest
            {
                MaxTokens = 1, Temperature = 2, TopP = 1, TopK = 0, MinP = 0, FrequencyPenalty = -2, PresencePenalty = 2, RepeatPenalty = 1.1f,
                N = 1, Stop = ["a"], LogitBias = new Dictionary<string, float> { ["99"] = -100 },
            },
            Vocabulary).ShouldBeNull();
}
