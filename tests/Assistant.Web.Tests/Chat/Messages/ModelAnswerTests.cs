using Assistant.Core.Answers;
using Assistant.Core.Conversations;
using Assistant.Web.Chat.Conversations;
using Assistant.Web.Chat.Messages;
using Assistant.Web.Chat.Rendering;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Web.Tests.Chat.Messages;

/// <summary>What the page says of the language model behind an answer.</summary>
public sealed class ModelAnswerTests
{
    private static readonly GenerationFacts Facts = new("qwen2.5-7b", "hr@3", 120, 100, 40, 0.418, 38.21);

    [Theory]
    [InlineData("hr@3", "qwen2.5-7b · hr@3 · 38.2 tokens/s · first token after 0.42 s")]
    [InlineData("base", "qwen2.5-7b · 38.2 tokens/s · first token after 0.42 s")]
    public void Footer_WrittenAnswer_NamesModelAdapterAndSpeed(string adapters, string expected)
    {
        using var context = new ChatContext();

        var turn = Show(context, Samples.Answer("Text.") with { Generator = GeneratorKind.Model, Facts = Facts with { Adapters = adapters } });

        turn.Find(".facts-line").TextContent.ShouldBe(expected);
    }

    [Fact]
    public void Footer_QuotedAnswer_NamesNoModel()
    {
        using var context = new ChatContext();

        Show(context, Samples.Answer("Text.")).FindAll(".facts-line").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ModelProblem.Starting, "still starting")]
    [InlineData(ModelProblem.Restarting, "being restarted")]
    [InlineData(ModelProblem.Unusable, "cannot run")]
    [InlineData(ModelProblem.Busy, "busy")]
    [InlineData(ModelProblem.Failed, "failed")]
    public void Turn_QuotedForWantOfTheModel_SaysWhy(ModelProblem problem, string expected)
    {
        using var context = new ChatContext();

        var notice = Show(context, Samples.Answer("Text.") with { Problem = problem }).Find(".notice").TextContent;

        notice.ShouldContain(expected);
        notice.ShouldContain("This answer quotes your documents.");
    }

    [Fact]
    public void Turn_ModelStoppedInTheMiddle_KeepsTheTextAndOffersToAskAgain()
    {
        using var context = new ChatContext();

        var turn = Show(context, Samples.Answer(AnswerOutcome.Failed, "The first sentence.") with { Problem = ModelProblem.BrokeOff });

        turn.Find(".prose").TextContent.ShouldContain("The first sentence.");
        turn.Find(".outcome h3").TextContent.ShouldBe("The language model stopped before the end");
        turn.Find(".outcome button").TextContent.ShouldContain("Ask again");
    }

    private static IRenderedComponent<TurnMessage> Show(ChatContext context, FinishedAnswer answer)
    {
        var turn = new Turn(Guid.NewGuid(), "Question?", DateTimeOffset.UnixEpoch, null, answer, null);
        return context.Render<TurnMessage>(p => p.Add(m => m.Turn, new TurnView(turn, context.Services.GetRequiredService<AnswerMarkdown>())));
    }
}
