using Assistant.Core.Policies;
using Assistant.Policies.Detectors.Matching;
using Assistant.Policies.Tests.Doubles;

namespace Assistant.Policies.Tests.Detectors.Matching;

public sealed class TextDetectorTests
{
    [Theory]
    [InlineData("Guaranteed.", 0, 10)]
    [InlineData("This is GUARANTEED!", 8, 10)]
    [InlineData("We promise a fixed price.", 13, 11)]
    public void Find_Term_IsFoundAsAWholeWord(string text, int start, int length)
    {
        var found = new TermList(["guaranteed", "fixed price", "fixed"]).Find(text).ShouldHaveSingleItem();
        (found.Start, found.Length).ShouldBe((start, length));
    }

    [Theory]
    [InlineData("unguaranteed")]
    [InlineData("guaranteedly")]
    [InlineData("prefixed prices")]
    public void Find_PartOfAWord_IsNoTerm(string text) => new TermList(["guaranteed", "fixed"]).Find(text).ShouldBeEmpty();

    [Theory]
    [InlineData("aaaa", 0)]
    [InlineData("abab", 1)]
    [InlineData("abcd", 2)]
    public void Entropy_Value_IsInBitsPerCharacter(string value, double bits) => TextPattern.Entropy(value).ShouldBe(bits, 1e-9);

    [Theory]
    [InlineData("Bands are gross. The band is € 40,000 [1].", "", false)]
    [InlineData("The band is € 40,000 [1].", "All bands are gross.", false)]
    [InlineData("The band is € 40,000 [1].", "", true)]
    [InlineData("The band is wide [1].", "", false)]
    public async Task Detect_RequiredText_MustStandInTheTextOrBeforeIt(string text, string preceding, bool found)
    {
        using var folder = new RuleFolder(("a.yaml", """
            id: gross
            description: Amounts say that they are gross.
            stages: [output]
            domains: [hr]
            detector: text
            parameters:
              patterns:
                - name: amount
                  pattern: '€ ?[0-9][0-9.,]*'
              required: [gross, brutto]
            action: withhold
            severity: low
            message: An amount without "gross" was left out.
            """));
        await using var host = await PolicyHost.StartAsync(folder.Path);
        var check = Some.Output(text, Some.Passage(text));

        var verdict = await host.Engine.CheckAsync(check with { Context = check.Context with { Preceding = preceding } }, TestContext.Current.CancellationToken);

        verdict.Findings.Any().ShouldBe(found);
    }

    [Fact]
    public async Task Detect_GroupNamedValue_IsWhatIsRedacted()
    {
        using var folder = new RuleFolder(("a.yaml", """
            id: key
            description: Keys.
            stages: [output]
            detector: text
            parameters:
              patterns:
                - { name: key, pattern: 'key=(?<value>[a-z0-9]+)', minEntropy: 2 }
            action: redact
            severity: low
            message: Hidden.
            """));
        await using var host = await PolicyHost.StartAsync(folder.Path);

        var verdict = await host.Engine.CheckAsync(Some.Output("Use key=a1b2c3d4 and key=aaaaaaaa."), TestContext.Current.CancellationToken);

        var finding = verdict.Findings.ShouldHaveSingleItem();
        (finding.Start, finding.Length, finding.Action).ShouldBe((8, 8, PolicyAction.Redact));
    }
}
