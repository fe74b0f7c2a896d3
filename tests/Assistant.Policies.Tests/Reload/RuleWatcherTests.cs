using Assistant.Policies.Tests.Doubles;

namespace Assistant.Policies.Tests.Reload;

public sealed class RuleWatcherTests
{
    private static readonly (string, string)[] Settings = [("Policies:PollInterval", "00:00:01"), ("Policies:QuietPeriod", "00:00:00.05")];

    [Fact]
    public async Task ChangedFile_IsTakenOver_WithoutARestart()
    {
        using var folder = new RuleFolder(("a.yaml", RuleFolder.Valid));
        await using var host = await PolicyHost.StartAsync(folder.Path, settings: Settings);

        folder.Write("b.yaml", RuleFolder.Valid.Replace("id: banned", "id: second", StringComparison.Ordinal));

        await UntilAsync(() => host.Status.Rules.Count == 2);
    }

    [Fact]
    public async Task BrokenFile_ShowsAsAProblem_AndTheRulesStayInForce()
    {
        using var folder = new RuleFolder(("a.yaml", RuleFolder.Valid));
        await using var host = await PolicyHost.StartAsync(folder.Path, settings: Settings);

        folder.Write("a.yaml", "id: [");

        await UntilAsync(() => host.Status.Problem is not null);
        (await host.Engine.CheckAsync(Some.Output("This is forbidden."), TestContext.Current.CancellationToken)).Findings.ShouldNotBeEmpty();
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
