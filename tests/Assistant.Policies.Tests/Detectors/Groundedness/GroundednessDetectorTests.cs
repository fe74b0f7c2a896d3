using Assistant.Core.Policies;
using Assistant.Policies.Tests.Doubles;

namespace Assistant.Policies.Tests.Detectors.Groundedness;

public sealed class GroundednessDetectorTests(ShippedPolicies policies)
{
    private const string Leave =
        "Employees in Hamburg are entitled to 30 working days of annual leave per calendar year. Up to 5 days of unused leave may be carried over. "
        + "Carried-over days must be taken by 31 March and expire after that date. Leave is not paid out while employment lasts. The bonus is 12.5 % of 1,500.00 euros, at most £43,400.";

    private const string Urlaub =
        "Beschäftigte in Hamburg haben Anspruch auf 30 Arbeitstage Erholungsurlaub je Kalenderjahr. Resturlaub kann bis zum 31. März 2027 genommen werden. "
        + "Eine Auszahlung des Urlaubs ist nicht möglich. Die Prämie beträgt 1.500,00 € brutto.";

    private const string Vacaciones =
        "La plantilla de Valencia tiene derecho a 23 días laborables de vacaciones al año. Los días no disfrutados se pueden usar hasta el 31 de enero. "
        + "No se pueden cobrar las vacaciones pendientes. El plus es de 1.500,00 € brutos.";

    [Theory]
    [InlineData("en", "Employees in Hamburg are entitled to 30 working days of annual leave per calendar year. [1]")]
    [InlineData("en", "- Up to 5 days of unused leave may be carried over [1]")]
    [InlineData("en", "In Hamburg, employees are entitled to thirty working days of annual leave [1].")]
    [InlineData("en", "Up to five days of unused leave can be carried over, and must be taken by March 31 [1].")]
    [InlineData("en", "Leave isn't paid out while employment lasts [1].")]
    [InlineData("en", "The bonus is 12.5 percent of 1500 euros [1].")]
    [InlineData("de", "Resturlaub kann bis zum 31.03.2027 genommen werden [1].")]
    [InlineData("de", "Beschäftigte in Hamburg haben 30 Arbeitstage Erholungsurlaub je Kalenderjahr [1].")]
    [InlineData("de", "Die Prämie beträgt 1500 Euro brutto [1].")]
    [InlineData("es", "La plantilla de Valencia tiene 23 días laborables de vacaciones al año [1].")]
    [InlineData("es", "Los días no disfrutados se pueden usar hasta el 31 de enero [1].")]
    [InlineData("es", "El plus es de 1500 euros brutos [1].")]
    public async Task Detect_SupportedSentence_Passes(string language, string answer) =>
        (await FindAsync(language, answer)).ShouldBeEmpty();

    [Theory]
    [InlineData("en", "Employees in Hamburg are entitled to 28 working days of annual leave per calendar year [1].", "28")]
    [InlineData("en", "Carried-over days must be taken by 31 May [1].", "31 May")]
    [InlineData("en", "Employees in Leeds are entitled to 30 working days of annual leave [1].", "Leeds")]
    [InlineData("en", "Leave is paid out while employment lasts [1].", "not")]
    [InlineData("en", "Carried-over days must not be taken by 31 March [1].", "not")]
    [InlineData("en", "The bonus is 12.5 % of 1,500.00 dollars [1].", "dollars")]
    [InlineData("en", "The bonus is 15 % of 1,500.00 euros [1].", "15")]
    [InlineData("en", "Employees in Hamburg are entitled to 30 working days of annual leave under form HR-17 [1].", "HR-17")]
    [InlineData("en", "Sabbaticals require the written approval of a director and two references [1].", "two")]
    [InlineData("de", "Resturlaub kann bis zum 30. April 2027 genommen werden [1].", "30. April 2027")]
    [InlineData("de", "Eine Auszahlung des Urlaubs ist möglich [1].", "nicht")]
    [InlineData("de", "Die Prämie beträgt 1,5 € brutto [1].", "1,5")]
    [InlineData("es", "Los días no disfrutados se pueden usar hasta el 31 de marzo [1].", "31 de marzo")]
    [InlineData("es", "Se pueden cobrar las vacaciones pendientes [1].", "no")]
    [InlineData("es", "La plantilla de Valencia tiene derecho a 25 días laborables de vacaciones al año [1].", "25")]
    public async Task Detect_UnsupportedSentence_IsWithheldForReview(string language, string answer, string reason)
    {
        var finding = (await FindAsync(language, answer)).ShouldHaveSingleItem();

        (finding.Action, finding.OpensReview, finding.Start, finding.Length).ShouldBe((PolicyAction.Withhold, true, 0, answer.Length));
        finding.Detail.ShouldContain(reason);
    }

    [Fact]
    public async Task Detect_InventedSentence_IsWithheld()
    {
        var finding = (await FindAsync("en", "Sabbaticals require written approval of the personnel director [1].")).ShouldHaveSingleItem();

        finding.Action.ShouldBe(PolicyAction.Withhold);
        finding.Detail.ShouldStartWith("Support 0.");
    }

    [Fact]
    public async Task Detect_PartlySupportedSentence_IsShownWithANotice()
    {
        var finding = (await FindAsync("en", "Employees in Hamburg are entitled to annual leave that they plan with their team [1].")).ShouldHaveSingleItem();

        finding.Action.ShouldBe(PolicyAction.Annotate);
    }

    [Fact]
    public async Task Detect_NumberOfAnotherThing_IsShownWithANotice()
    {
        var finding = (await FindAsync("en", "Up to 30 days of unused leave may be carried over [1].")).ShouldHaveSingleItem();

        finding.Action.ShouldBe(PolicyAction.Annotate);
        finding.Detail.ShouldContain("counts something else");
    }

    [Fact]
    public async Task Detect_SentenceSupportedByAnotherSourceThanCited_IsWithheld()
    {
        var check = Some.Output("Employees in Hamburg are entitled to 30 working days [2].", Some.Passage(Leave), Some.Passage("The canteen opens at noon."));

        (await policies.FindAsync("groundedness", check)).ShouldHaveSingleItem().Action.ShouldBe(PolicyAction.Withhold);
    }

    [Fact]
    public async Task Detect_SentenceOverTwoCitedPassages_Passes()
    {
        var check = Some.Output(
            "The canteen opens at noon and unused leave may be carried over [1][2].",
            Some.Passage(Leave),
            Some.Passage("The canteen opens at noon."));

        (await policies.FindAsync("groundedness", check)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Country: Germany; Full day: 28; Part day: 14 [1]", true)]
    [InlineData("- Country: France; Full day: 53; Part day: 35 [1]", true)]
    [InlineData("Germany; 28; 14 [1]", true)]
    [InlineData("Country: Germany; Full day: 53; Part day: 14 [1]", false)]
    [InlineData("The full day rate for Germany is 53 [1].", false)]
    [InlineData("The full day rate for Germany is 28 [1].", true)]
    public async Task Detect_TableRow_MustKeepItsCellsTogether(string answer, bool passes)
    {
        var table = Some.Passage("Germany | 28 | 14\nFrance | 53 | 35\nSpain | 42 | 26", tableHeader: "Country | Full day | Part day");

        (await policies.FindAsync("groundedness", Some.Output(answer, table))).Any(f => f.Action == PolicyAction.Withhold).ShouldBe(!passes);
    }

    [Fact]
    public async Task Detect_QuoteCutOutOfANegatedSentence_IsWithheld()
    {
        var passage = Some.Passage("Nobody may take company laptops to conferences abroad.");

        (await policies.FindAsync("groundedness", Some.Output("may take company laptops to conferences abroad [1].", passage)))
            .ShouldHaveSingleItem().Action.ShouldBe(PolicyAction.Withhold);
    }

    [Fact]
    public async Task Detect_StatementWithoutCitation_IsHeldAgainstAllSources()
    {
        (await FindAsync("en", "Sabbaticals need the approval of three directors.")).ShouldNotBeEmpty();
        (await FindAsync("en", "Leave is not paid out while employment lasts.")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Detect_StatementWithoutAnySource_IsWithheld() =>
        (await policies.FindAsync("groundedness", Some.Output("Everything is allowed on Fridays."))).ShouldHaveSingleItem().Action.ShouldBe(PolicyAction.Withhold);

    private Task<IReadOnlyList<Finding>> FindAsync(string language, string answer)
    {
        var text = language switch
        {
            "de" => Urlaub,
            "es" => Vacaciones,
            _ => Leave,
        };
        return policies.FindAsync("groundedness", Some.Output(answer, Some.Passage(text, language: language)));
    }
}
