using Assistant.Policies.Reload;
using Assistant.Policies.Tests.Doubles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Assistant.Policies.Tests.Reload;

public sealed class RuleStoreTests
{
    private static readonly string Changed = RuleFolder.Valid.Replace("forbidden", "banned", StringComparison.Ordinal);
    private static readonly string Broken = RuleFolder.Valid.Replace("redact", "delete", StringComparison.Ordinal);

    [Fact]
    public async Task Reload_ValidChange_TakesItOver()
    {
        using var folder = new RuleFolder(("a.yaml", RuleFolder.Valid));
        var time = new FakeTimeProvider();
        await using var host = await PolicyHost.StartAsync(folder.Path, time: time);
        var before = host.Status;
        folder.Write("a.yaml", Changed);
        time.Advance(TimeSpan.FromMinutes(1));

        Store(host).Reload();

        host.Status.ShouldSatisfyAllConditions(
            s => s.Hash.ShouldNotBe(before.Hash),
            s => s.LoadedAt.ShouldBe(before.LoadedAt.AddMinutes(1)),
            s => s.Problem.ShouldBeNull());
    }

    [Fact]
    public async Task Reload_InvalidChange_KeepsTheLastGoodSetAndShowsWhy()
    {
        var log = new CapturedLog();
        using var folder = new RuleFolder(("a.yaml", RuleFolder.Valid));
        await using var host = await PolicyHost.StartAsync(folder.Path, log: log);
        var before = host.Status;
        folder.Write("a.yaml", Changed);
        folder.Write("b.yaml", Broken);

        Store(host).Reload();
        Store(host).Reload();

        host.Status.Hash.ShouldBe(before.Hash);
        var error = host.Status.Problem.ShouldNotBeNull().Errors.ShouldHaveSingleItem();
        (error.File, error.Line, error.Key, error.Value).ShouldBe(("b.yaml", 7, "action", "delete"));
        log.Errors.ShouldHaveSingleItem().ShouldContain("b.yaml, line 7, key 'action', value 'delete': write allow");
    }

    [Fact]
    public async Task Reload_RepairedAfterAnError_TakesItOver()
    {
        using var folder = new RuleFolder(("a.yaml", RuleFolder.Valid));
        await using var host = await PolicyHost.StartAsync(folder.Path);
        folder.Write("a.yaml", Broken);
        Store(host).Reload();
        folder.Write("a.yaml", Changed);

        Store(host).Reload();

        host.Status.Problem.ShouldBeNull();
        (await host.Engine.CheckAsync(Some.Output("This is banned."), TestContext.Current.CancellationToken)).Findings.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Reload_ErrorTakenBack_ClearsTheProblem()
    {
        using var folder = new RuleFolder(("a.yaml", RuleFolder.Valid));
        await using var host = await PolicyHost.StartAsync(folder.Path);
        var before = host.Status;
        folder.Write("a.yaml", Broken);
        Store(host).Reload();
        folder.Write("a.yaml", RuleFolder.Valid);

        Store(host).Reload();

        host.Status.Problem.ShouldBeNull();
        host.Status.LoadedAt.ShouldBe(before.LoadedAt);
    }

    [Fact]
    public async Task Reload_AllRulesGone_KeepsTheLastGoodSet()
    {
        using var folder = new RuleFolder(("a.yaml", RuleFolder.Valid));
        await using var host = await PolicyHost.StartAsync(folder.Path);
        folder.Delete("a.yaml");

        Store(host).Reload();

        host.Status.Rules.ShouldHaveSingleItem().Id.ShouldBe("banned");
        host.Status.Problem.ShouldNotBeNull().Errors[0].Fix.ShouldContain("nothing would be checked");
    }

    [Fact]
    public async Task Status_Rules_AreWhatTheAdministrationPageShows()
    {
        using var folder = new RuleFolder(("a.yaml", RuleFolder.Valid));
        await using var host = await PolicyHost.StartAsync(folder.Path);

        var rule = host.Status.Rules.ShouldHaveSingleItem();

        (rule.Id, rule.Detector, rule.Message).ShouldBe(("banned", "text", "A word was hidden."));
    }

    private static RuleStore Store(PolicyHost host) => host.Services.GetRequiredService<RuleStore>();
}
