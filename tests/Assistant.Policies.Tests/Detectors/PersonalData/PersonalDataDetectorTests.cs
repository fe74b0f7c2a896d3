using Assistant.Core.Documents;
using Assistant.Core.Policies;
using Assistant.Policies.Tests.Doubles;

namespace Assistant.Policies.Tests.Detectors.PersonalData;

public sealed class PersonalDataDetectorTests(ShippedPolicies policies)
{
    private const string Contact = "personal-data.contact";

    [Theory]
    [InlineData("Call +44 113 496 0345 [1].", "Block the card and call +44 113 496 0345 at once.")]
    [InlineData("Call +44 113 496-0345 [1].", "Block the card and call (+44) 113 4960345. Then wait.")]
    [InlineData("Write to ServiceDesk@halden.example [1].", "Reach us: servicedesk@halden.example, extension 4400.")]
    public async Task Detect_ContactDataOfTheCitedPassage_IsShown(string answer, string passage) =>
        (await policies.FindAsync(Contact, Some.Output(answer, Some.Passage(passage)))).ShouldBeEmpty();

    [Theory]
    [InlineData("Call +44 113 496 0345 [1].", "Call +44 113 496 0346.")]
    [InlineData("Call +44 113 496 0345 [1].", "Call +44 113 496 03456.")]
    [InlineData("Write to desk@halden.example [1].", "Write to servicedesk@halden.example.")]
    [InlineData("Write to servicedesk@halden.example [2].", "Write to servicedesk@halden.example.")]
    [InlineData("Write to servicedesk@halden.example.", "Write to servicedesk@halden.example.")]
    public async Task Detect_ContactDataThatIsNotInTheCitedPassage_IsRedacted(string answer, string passage)
    {
        var check = Some.Output(answer, Some.Passage(passage), Some.Passage("Something else."));

        var finding = (await policies.FindAsync(Contact, check)).ShouldHaveSingleItem();

        finding.Action.ShouldBe(PolicyAction.Redact);
        answer.Substring(finding.Start, finding.Length).ShouldBeOneOf("+44 113 496 0345", "desk@halden.example", "servicedesk@halden.example");
    }

    [Fact]
    public async Task Detect_ContactDataOfARestrictedPassage_IsRedacted()
    {
        var passage = Some.Passage("Call +44 113 496 0345.", classification: Classification.Restricted);

        (await policies.FindAsync(Contact, Some.Output("Call +44 113 496 0345 [1].", passage))).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Detect_OwnDomainInARestrictedPassage_IsShownWhenTheRuleSaysSo()
    {
        using var folder = new RuleFolder(("a.yaml", """
            id: contact
            description: Addresses.
            stages: [output]
            detector: personal-data
            parameters:
              kinds: [email]
              showCited: { upTo: internal, ownDomains: [halden.example] }
            action: redact
            severity: low
            message: Hidden.
            """));
        await using var host = await PolicyHost.StartAsync(folder.Path);
        var passage = Some.Passage("Write to a@halden.example or b@other.example.", classification: Classification.Restricted);

        var verdict = await host.Engine.CheckAsync(Some.Output("Write to a@halden.example or b@other.example [1].", passage), TestContext.Current.CancellationToken);

        verdict.Findings.ShouldHaveSingleItem().Start.ShouldBe("Write to a@halden.example or ".Length);
    }

    [Fact]
    public async Task Detect_AccountNumberOfTheCitedPassage_IsRedactedAllTheSame()
    {
        const string text = "The IBAN is DE56999929862098603490 [1].";

        var finding = (await policies.FindAsync("personal-data.accounts", Some.Output(text, Some.Passage(text)))).ShouldHaveSingleItem();

        text.Substring(finding.Start, finding.Length).ShouldBe("DE56999929862098603490");
    }
}
