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
        Amounts.FallInto(question, unit).ShouldBe(expected);
}
