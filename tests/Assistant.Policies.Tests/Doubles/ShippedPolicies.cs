using Assistant.Core.Policies;
using Assistant.Policies.Reload;
using Assistant.Policies.Tests.Doubles;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(ShippedPolicies))]

namespace Assistant.Policies.Tests.Doubles;

/// <summary>The engine with the shipped rules, made once: compiling their patterns takes a second.</summary>
public sealed class ShippedPolicies : IAsyncLifetime
{
    private PolicyHost? host;

    public IPolicyEngine Engine => host!.Engine;

    internal RuleStore Store => host!.Services.GetRequiredService<RuleStore>();

    public async ValueTask InitializeAsync() => host = await PolicyHost.StartAsync();

    public async ValueTask DisposeAsync() => await host!.DisposeAsync();

    /// <summary>The findings of one rule.</summary>
    internal async Task<IReadOnlyList<Finding>> FindAsync(string rule, PolicyCheck check)
    {
        var verdict = await Engine.CheckAsync(check, TestContext.Current.CancellationToken);
        verdict.ChecksRun.ShouldContain(rule);
        return [.. verdict.Findings.Where(f => f.RuleId == rule)];
    }
}
