using Assistant.Core.Policies;
using Assistant.Policies.Tests.Doubles;

namespace Assistant.Policies.Tests.Detectors.Citations;

public sealed class CitationDetectorTests(ShippedPolicies policies)
{
    [Theory]
    [InlineData("You get 30 days [1].")]
    [InlineData("You get 30 days. [1][2]")]
    [InlineData("- You get 30 days [2]")]
    [InlineData("## Annual leave")]
    [InlineData("**Annual leave policy**")]
    [InlineData("Here is what the documents say about annual leave:")]
    [InlineData("In summary:")]
    [InlineData("I hope this helps.")]
    [InlineData("---")]
    [InlineData("```")]
    [InlineData("[1]")]
    public async Task Detect_CitedOrConnectingLine_Passes(string line) => (await FindAsync(line)).ShouldBeEmpty();

    [Theory]
    [InlineData("You get 30 days.")]
    [InlineData("No.")]
    [InlineData("Annual leave is generous.")]
    [InlineData("You may carry annual leave over.")]
    [InlineData("The following 30 days of annual leave apply:")]
    [InlineData("Annual leave is never paid out:")]
    [InlineData("The director embezzled annual leave funds:")]
    [InlineData("You get 30 days [1, 2].")]
    public async Task Detect_StatementWithoutCitation_IsWithheld(string line)
    {
        var finding = (await FindAsync(line)).ShouldHaveSingleItem();

        (finding.Action, finding.Start, finding.Length).ShouldBe((PolicyAction.Withhold, 0, line.Length));
    }

    [Theory]
    [InlineData("You get 30 days [3].", "[3]", 1)]
    [InlineData("You get 30 days [0].", "[0]", 1)]
    [InlineData("You get 30 days [1][7].", "[7]", 0)]
    public async Task Detect_MarkerWithoutSource_IsFoundWhereItStands(string line, string marker, int uncited)
    {
        var findings = await FindAsync(line);

        findings.Count.ShouldBe(1 + uncited);
        findings.ShouldContain(f => f.Start == line.IndexOf(marker, StringComparison.Ordinal) && f.Length == 3);
    }

    [Theory]
    [InlineData("de", "Laut den Dokumenten:", true)]
    [InlineData("de", "Urlaub wird nicht ausgezahlt:", false)]
    [InlineData("de", "Sie erhalten dreißig Tage.", false)]
    [InlineData("es", "Según los documentos:", true)]
    [InlineData("es", "No se paga:", false)]
    [InlineData("es", "Tiene treinta días.", false)]
    public async Task Detect_OtherLanguages_FollowTheSameRule(string language, string line, bool passes)
    {
        var check = Some.Output(line, Some.Passage("Text.", language: language));

        (await policies.FindAsync("citations", check)).Any().ShouldBe(!passes);
    }

    private Task<IReadOnlyList<Finding>> FindAsync(string line) =>
        policies.FindAsync("citations", Some.Output(line, Some.Passage("30 days.", title: "Annual Leave Policy"), Some.Passage("Other.")));
}
