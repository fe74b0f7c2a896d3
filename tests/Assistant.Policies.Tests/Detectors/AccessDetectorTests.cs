using Assistant.Core.Access;
using Assistant.Core.Documents;
using Assistant.Core.Policies;
using Assistant.Policies.Tests.Doubles;

namespace Assistant.Policies.Tests.Detectors;

public sealed class AccessDetectorTests(ShippedPolicies policies)
{
    [Theory]
    [InlineData("hr-team", true)]
    [InlineData("engineering", false)]
    [InlineData(AccessScope.Everyone, false)]
    public async Task Detect_SourceOutsideTheGroups_BlocksEvenWhenItIsNotCited(string label, bool blocked)
    {
        var check = Some.Output("Text [1].", Some.Passage("Text."), Some.Passage("Other.", label: label));

        (await policies.FindAsync("access", check)).Any(f => f.Action == PolicyAction.Block).ShouldBe(blocked);
    }

    [Fact]
    public async Task Detect_PassageOutsideTheGroups_IsKeptOut()
    {
        var passage = Some.Passage("Text.", label: "hr-team");

        (await policies.FindAsync("access", Some.Check(PolicyStage.Passage, passage.Text, passage))).ShouldHaveSingleItem().Length.ShouldBe(passage.Text.Length);
    }

    [Fact]
    public async Task Detect_DocumentWithoutLabels_IsReadByNobody()
    {
        var passage = Some.Passage("Text.") with { Labels = [] };

        (await policies.FindAsync("access", Some.Output("Text [1].", passage))).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(Classification.Internal, false)]
    [InlineData(Classification.Confidential, true)]
    [InlineData(Classification.Restricted, true)]
    public async Task Detect_ClassificationAboveTheCeiling_IsFound(Classification classification, bool found)
    {
        using var folder = new RuleFolder(("a.yaml", """
            id: ceiling
            description: Engineers see internal documents at most.
            stages: [output]
            audience: { groups: [engineering] }
            detector: access
            parameters: { highest: internal }
            action: withhold
            severity: high
            message: Left out.
            """));
        await using var host = await PolicyHost.StartAsync(folder.Path);

        var verdict = await host.Engine.CheckAsync(Some.Output("Text [1].", Some.Passage("Text.", classification: classification)), TestContext.Current.CancellationToken);

        verdict.Findings.Any().ShouldBe(found);
    }
}
