using Assistant.Inference.Generation;
using Assistant.Inference.Host.Chat;
using Assistant.Inference.Host.Generation;

namespace Assistant.Inference.Host.Tests.Chat;

public sealed class ChatAnswerTests
{
    private const string Call = """<tool_call>{"name": "add", "arguments": {"a": 1}}</tool_call>""";

    private static readonly GenerationSummary Summary = new(FinishReason.Stop, 10, 4, 5, 8, 6, TimeSpan.FromMilliseconds(2), TimeSpan.FromMilliseconds(12), TimeSpan.FromMilliseconds(52));

    [Fact]
    public void Whole_OfCallsAlone_HasNoContent()
    {
        var choice = Answer().Whole([new(Call, [])], Summary).Choices[0];

        choice.FinishReason.ShouldBe("tool_calls");
        choice.Message.Content.ShouldBeNull();
        choice.Message.ToolCalls.ShouldNotBeNull().ShouldHaveSingleItem().Function.Arguments.ShouldBe("""{"a":1}""");
    }

    [Fact]
    public void Whole_OfACallCutAtTheTokenLimit_IsTextAndSaysLength()
    {
        var choice = Answer().Whole([new(Call[..^3], [])], Summary with { Reason = FinishReason.Length }).Choices[0];

        choice.FinishReason.ShouldBe("length");
        choice.Message.Content.ShouldBe(Call[..^3]);
        choice.Message.ToolCalls.ShouldBeNull();
    }

    [Fact]
    public void Whole_OfNoTools_LeavesTagsInTheText() =>
        Answer(tools: false).Whole([new(Call, [])], Summary).Choices[0].Message.Content.ShouldBe(Call);

    [Fact]
    public void Whole_OfASummary_ReportsUsageAndTimings()
    {
        var answer = Answer().Whole([], Summary);

        answer.Usage.ShouldBe(new Usage(10, 5, 15, new(4)));
        answer.Timings.ShouldBe(new Timings(2, 12, 52, 100, 8, 6));
    }

    [Fact]
    public void OfChunk_AndOfEnd_OfCalls_NumberThemAndEndOnce()
    {
        var answer = Answer();

        List<ChatCompletionChunk> events = [.. answer.OfChunk(new($"A {Call}<tool", [])), .. answer.OfChunk(new(Call["<tool".Length..], [])), .. answer.OfEnd(Summary)];

        events[0].Choices[0].Delta.Role.ShouldBe("assistant");
        events.SelectMany(e => e.Choices).SelectMany(c => c.Delta.ToolCalls ?? []).Select(c => c.Index).ShouldBe([0, 1]);
        string.Concat(events.SelectMany(e => e.Choices).Select(c => c.Delta.Content)).ShouldBe("A");
        events.SelectMany(e => e.Choices).Select(c => c.FinishReason).OfType<string>().ShouldBe(["tool_calls"]);
        events[^1].Usage.ShouldNotBeNull().TotalTokens.ShouldBe(15);
    }

    [Fact]
    public void OfChunk_OfTextHeldBack_StillCarriesItsProbabilities()
    {
        var answer = Answer();

        var events = answer.OfChunk(new("<tool", [new(7, "<tool", -0.5f, [])])).ToList();

        var choice = events[^1].Choices[0];
        choice.Delta.Content.ShouldBe("");
        choice.Logprobs.ShouldNotBeNull().Content[0].Bytes.ShouldBe([60, 116, 111, 111, 108]);
    }

    private static ChatAnswer Answer(bool tools = true) => new(new AnswerIdentity("chatcmpl-1", 0, "base", "fp_1"), tools, includeUsage: true);
}
