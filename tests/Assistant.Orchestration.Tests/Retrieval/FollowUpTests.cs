using Assistant.Orchestration.Retrieval;
using Assistant.Text.Analysis;
using Assistant.Text.Languages;
using Assistant.Text.Wording;

namespace Assistant.Orchestration.Tests.Retrieval;

public sealed class FollowUpTests
{
    private static readonly FollowUp FollowUp = Create();

    [Theory]
    [InlineData("and for contractors?")]
    [InlineData("can that be extended?")]
    [InlineData("what about Leeds?")]
    [InlineData("Und wenn ich an einem Feiertag arbeite?")]
    public void ContextFor_EllipticalQuestion_IsTheQuestionBefore(string question) =>
        FollowUp.ContextFor(question, ["How many days of annual leave do employees get?"]).ShouldBe("How many days of annual leave do employees get?");

    [Theory]
    [InlineData("Who approves a business trip to Valencia?")]
    [InlineData("How long is a VPN session?")]
    public void ContextFor_QuestionWithASubjectOfItsOwn_IsNothing(string question) =>
        FollowUp.ContextFor(question, ["How many days of annual leave do employees get?"]).ShouldBeNull();

    [Fact]
    public void ContextFor_ChainOfFollowUps_ReachesTheFirstQuestion() =>
        FollowUp.ContextFor("and in Leeds?", ["Which retention period do supplier invoices have?", "and in Hamburg?"])
            .ShouldBe("Which retention period do supplier invoices have?\nand in Hamburg?");

    [Fact]
    public void ContextFor_FirstQuestion_IsNothing() => FollowUp.ContextFor("and for contractors?", []).ShouldBeNull();

    private static FollowUp Create()
    {
        var analyzer = new TextAnalyzer();
        return new FollowUp(analyzer, new LightWords(analyzer), new LanguageDetector());
    }
}
