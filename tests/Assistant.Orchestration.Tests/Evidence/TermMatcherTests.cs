using System.Collections.Frozen;
using Assistant.Orchestration.Evidence;

namespace Assistant.Orchestration.Tests.Evidence;

public sealed class TermMatcherTests
{
    [Theory]
    [InlineData("budget", "budget", 1)]
    [InlineData("vacat", "leav", 1)]
    [InlineData("budjet", "budget", 0.9)]
    [InlineData("calibr", "calibrat", 0.9)]
    [InlineData("mail", "mailbox", 0)]
    [InlineData("contract", "subcontract", 0)]
    [InlineData("print", "printmaking", 0)]
    public void Match_English_KnowsSynonymsFormsAndTypingErrorsOnly(string term, string held, double expected) =>
        new TermMatcher("en").Match(Term(term), Set(held)).ShouldBe(expected);

    [Theory]
    [InlineData("drucker", "etikettendruck", 0)]
    [InlineData("drucker", "etikettendrucker", 0.9)]
    [InlineData("urlaubstag", "urlaub", 0.9)]
    public void Match_German_KnowsPartsOfCompounds(string term, string held, double expected) =>
        new TermMatcher("de").Match(Term(term), Set(held)).ShouldBe(expected);

    private static QuestionTerm Term(string term) => new(term, term, 1, false, true, true, true, Set("leav", "holiday"));

    private static FrozenSet<string> Set(params string[] terms) => terms.ToFrozenSet(StringComparer.Ordinal);
}
