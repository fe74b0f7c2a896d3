using Assistant.Adapters.Tests.Routing;
using Assistant.Core.Domains;

[assembly: AssemblyFixture(typeof(ShippedRouter))]

namespace Assistant.Adapters.Tests.Routing;

/// <summary>
/// The router with the shipped examples, trained once for all tests: for the shipped domains, and with each domain
/// confined to a group of its own name.
/// </summary>
public sealed class ShippedRouter : IAsyncLifetime
{
    internal static DomainCatalog Confined { get; } = new([.. DomainCatalog.Default.All.Select(d => d with { Labels = [d.Id] })]);

    internal RoutingHost Open { get; private set; } = null!;

    internal RoutingHost Gated { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Open = await RoutingHost.StartAsync();
        Gated = await RoutingHost.StartAsync(Confined);
    }

    public async ValueTask DisposeAsync()
    {
        await Open.DisposeAsync();
        await Gated.DisposeAsync();
    }
}
