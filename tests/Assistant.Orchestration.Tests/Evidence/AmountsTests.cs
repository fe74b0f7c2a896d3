using Assistant.Orchestration.Evidence;

namespace Assistant.Orchestration.Tests.Evidence;

public sealed class AmountsTests
{
    [Theory]
    [InlineData("Who approves a test bench for £60k?", "£50,001 to £250,000 | Vice president", true)]
    [InlineData("Who approves a test bench for £60k?", "up to £50,000 | Department head", false)]
    [InlineData("A hamper worth £55", "over £40 up to £100 | manager", true)]
    [InlineData("A hamper worth €55", "over £40 up to £100 | manager", false)]
    [InlineData("ein Geschenk für 35 €", "bis zu €45 ohne Freigabe", true)]
    [InlineData("How many days of leave?", "£50,001 to £250,000", false)]
    public void FallInto_AmountAndRange_ComparesWithinOneCurrency(string question, string unit, bool expected) =>
        Amounts.In(question).FallInto(unit).ShouldBe(expected);

    [Theory]
    [InlineData("And how are the quotes documented?", true)]
    [InlineData("And for £200k?", false)]
    public void FallInto_FollowUp_NamesTheAmountOfTheQuestionBeforeUnlessItHasItsOwn(string question, bool expected) =>
        Amounts.In(question, "We buy a bench for £60k.").FallInto("up to £100,000 | 3").ShouldBe(expected);
}
