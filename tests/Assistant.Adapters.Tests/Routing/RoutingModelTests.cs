using Assistant.Adapters.Routing;
using Assistant.Core.Domains;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Adapters.Tests.Routing;

public sealed class RoutingModelTests(ShippedRouter shipped)
{
    [Fact]
    public async Task RouteAsync_FirstQuestion_WaitsForTheTraining()
    {
        await using var host = await RoutingHost.StartAsync();
        var training = host.Services.GetRequiredService<RoutingModel>().GetAsync(TestContext.Current.CancellationToken);

        (await host.RouteAsync("How do I reset my password?")).Domain.ShouldBe("it");

        training.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public void AddAdapters_OwnCatalog_IsKept() =>
        shipped.Gated.Services.GetRequiredService<DomainCatalog>().ShouldBeSameAs(ShippedRouter.Confined);

    [Fact]
    public void AddAdapters_NoCatalog_UsesTheShippedDomains() =>
        shipped.Open.Services.GetRequiredService<DomainCatalog>().ShouldBeSameAs(DomainCatalog.Default);
}
