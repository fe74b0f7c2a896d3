using Assistant.Core.Retrieval;
using Assistant.Orchestration.Evidence;
using Assistant.Text.Analysis;
using Assistant.Text.Sentences;
using Assistant.Text.Wording;

namespace Assistant.Orchestration.Tests.Evidence;

public sealed class QuestionTermsTests
{
    private static readonly TextAnalyzer Analyzer = new();
    private static readonly QuestionReader Reader = new(Analyzer, new SentenceSplitter(), new Thesaurus(Analyzer), new LightWords(Analyzer));

    [Theory]
    [InlineData("Is the call paid?", true)]
    [InlineData("Is the on-call paid?", false)]
    public void Of_EverydayWord_IsLightUnlessAHyphenJoinsIt(string question, bool expected) =>
        Read(question).All.Single(t => t.Term == "call").IsLight.ShouldBe(expected);

    [Theory]
    [InlineData("What is the travel budget?", "travel budget")]
    [InlineData("I have a travel budget. Who signs?", "")]
    [InlineData("How is the budget for travel made?", "budget travel")]
    [InlineData("Is the day budget enough?", "")]
    public void Of_Phrases_AreNeighboursOfTheAskingSentenceThatSaySomething(string question, string expected) =>
        string.Join(", ", Read(question).Phrases.Select(p => $"{p.First.Term} {p.Second.Term}")).ShouldBe(expected);

    [Fact]
    public void Of_AmountOfMoney_IsNoTerm() => Read("Who approves a bench for £60k?").All.ShouldNotContain(t => t.Term.Contains("60", StringComparison.Ordinal));

    [Fact]
    public void Of_ProductNumber_IsAnIdentifier() => Read("How heavy is the PX-400?").Identifiers.ShouldBe(["px400"]);

    private static QuestionTerms Read(string question) =>
        QuestionTerms.Of(question, null, "en", new TermStatistics(100, new Dictionary<string, int>()), Reader);
}
