using Assistant.Core.Policies;
using Assistant.Policies.Detectors;
using Assistant.Policies.Tests.Doubles;
using Microsoft.Extensions.Time.Testing;

namespace Assistant.Policies.Tests.Engine;

public sealed class PolicyEngineTests
{
    private const string FakeRule = """
        id: fake-rule
        description: Runs the fake detector.
        stages: [input, output]
        detector: fake
        action: annotate
        severity: info
        message: Seen.
        """;

    [Fact]
    public async Task CheckAsync_RuleWithDetections_ReportsThemAsTheRuleSays()
    {
        using var folder = new RuleFolder(("a.yaml", RuleFolder.Valid));
        await using var host = await PolicyHost.StartAsync(folder.Path);

        var verdict = await CheckAsync(host, Some.Output("This is FORBIDDEN here."));

        verdict.Findings.ShouldBe([new Finding("banned", PolicyAction.Redact, PolicySeverity.Low, 8, 9, "A word was hidden.", "Listed term of 9 characters.", OpensReview: false)]);
        verdict.ChecksRun.ShouldBe(["banned"]);
        verdict.RuleSetHash.ShouldBe(host.Status.Hash);
    }

    [Fact]
    public async Task CheckAsync_DetectorThrows_WithholdsAndDoesNotCountAsRun()
    {
        var log = new CapturedLog();
        using var folder = new RuleFolder(("a.yaml", RuleFolder.Valid), ("b.yaml", FakeRule));
        await using var host = await PolicyHost.StartAsync(folder.Path, [new FakeDetector((_, _) => throw new InvalidOperationException("broken"))], log: log);

        var verdict = await CheckAsync(host, Some.Output("A sentence."));

        var finding = verdict.Findings.ShouldHaveSingleItem();
        finding.ShouldSatisfyAllConditions(
            f => f.RuleId.ShouldBe("fake-rule"),
            f => f.Action.ShouldBe(PolicyAction.Withhold),
            f => f.OpensReview.ShouldBeTrue(),
            f => (f.Start, f.Length).ShouldBe((0, "A sentence.".Length)));
        verdict.ChecksRun.ShouldBe(["banned"]);
        log.Errors.ShouldHaveSingleItem().ShouldContain("fake-rule");
    }

    [Fact]
    public async Task CheckAsync_DetectorHangs_WithholdsAfterTheRulesTimeout()
    {
        using var release = new ManualResetEventSlim();
        using var folder = new RuleFolder(("a.yaml", RuleFolder.Valid), ("b.yaml", FakeRule + "\ntimeout: 00:00:30"));
        var time = new FakeTimeProvider();
        using var started = new ManualResetEventSlim();
        var hanging = new FakeDetector((_, _) =>
        {
            started.Set();
            release.Wait(CancellationToken.None);
            return [];
        });
        await using var host = await PolicyHost.StartAsync(folder.Path, [hanging], time);

        var check = CheckAsync(host, Some.Output("A sentence."));
        started.Wait(TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromSeconds(29));
        await Task.Yield();
        check.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(2));
        var verdict = await check;
        release.Set();

        verdict.Action.ShouldBe(PolicyAction.Withhold);
        verdict.Findings.ShouldHaveSingleItem().Detail.ShouldContain("00:00:30");
        verdict.ChecksRun.ShouldBe(["banned"]);
    }

    [Fact]
    public async Task CheckAsync_Cancelled_Throws()
    {
        using var folder = new RuleFolder(("b.yaml", FakeRule));
        await using var host = await PolicyHost.StartAsync(folder.Path, [new FakeDetector((_, token) =>
        {
            token.WaitHandle.WaitOne();
            return [];
        })]);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var check = host.Engine.CheckAsync(Some.Output("A sentence."), cancel.Token).AsTask();
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => check);
    }

    [Fact]
    public async Task CheckAsync_FailureOnAQuestion_SaysThatTheQuestionWasNotAnswered()
    {
        using var folder = new RuleFolder(("b.yaml", FakeRule));
        await using var host = await PolicyHost.StartAsync(folder.Path, [new FakeDetector((_, _) => throw new InvalidOperationException("broken"))]);

        var verdict = await CheckAsync(host, Some.Input("What now?"));

        verdict.Findings.ShouldHaveSingleItem().Message.ShouldContain("question");
    }

    [Fact]
    public async Task CheckAsync_SeveralFindings_AreInOrderOfTheirStart()
    {
        using var folder = new RuleFolder(("a.yaml", RuleFolder.Valid), ("b.yaml", FakeRule));
        await using var host = await PolicyHost.StartAsync(folder.Path, [new FakeDetector((_, _) => [new Detection(20, 1, "late"), new Detection(0, 1, "early")])]);

        var verdict = await CheckAsync(host, Some.Output("It is forbidden to do so."));

        verdict.Findings.Select(f => f.Start).ShouldBe([0, 6, 20]);
    }

    [Theory]
    [InlineData("domains: [hr]", "finance", "finance", false)]
    [InlineData("domains: [hr]", "hr", "finance", true)]
    [InlineData("domains: [hr]", null, "hr", true)]
    [InlineData("domains: [hr]", null, null, false)]
    [InlineData("audience: { groups: [engineering] }", null, null, true)]
    [InlineData("audience: { groups: [legal-team] }", null, null, false)]
    [InlineData("audience: { roles: [employee] }", null, null, true)]
    [InlineData("audience: { roles: [admin], groups: [legal-team] }", null, null, false)]
    public async Task CheckAsync_LimitedRule_RunsWhereItApplies(string limit, string? domain, string? sourceDomain, bool runs)
    {
        using var folder = new RuleFolder(("a.yaml", RuleFolder.Valid + "\n" + limit));
        await using var host = await PolicyHost.StartAsync(folder.Path);
        var check = sourceDomain is null ? Some.Output("Text.") : Some.Output("Text.", Some.Passage("Text.", domain: sourceDomain));

        var verdict = await CheckAsync(host, check with { Context = check.Context with { Domain = domain } });

        verdict.ChecksRun.Contains("banned").ShouldBe(runs);
    }

    private static Task<PolicyVerdict> CheckAsync(PolicyHost host, PolicyCheck check) =>
        host.Engine.CheckAsync(check, TestContext.Current.CancellationToken).AsTask();
}
