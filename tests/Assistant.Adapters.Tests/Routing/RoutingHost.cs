using Assistant.Core.Access;
using Assistant.Core.Domains;
using Assistant.Core.Routing;
using Assistant.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Assistant.Adapters.Tests.Routing;

/// <summary>A host with the router as the application registers it.</summary>
internal sealed class RoutingHost : IAsyncDisposable
{
    private readonly IHost host;

    private RoutingHost(IHost host) => this.host = host;

    public IRouter Router => host.Services.GetRequiredService<IRouter>();

    public IServiceProvider Services => host.Services;

    public static async Task<RoutingHost> StartAsync(DomainCatalog? domains = null, params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value));
        builder.Logging.ClearProviders();
        if (domains is not null)
        {
            builder.Services.AddSingleton(domains);
        }

        builder.Services.AddText().AddAdapters(builder.Configuration);
        var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new RoutingHost(host);
    }

    public ValueTask<Route> RouteAsync(string question, params string[] previous) => RouteAsync(question, previous, pinned: null, groups: []);

    public ValueTask<Route> RouteAsync(string question, IReadOnlyList<string> previous, string? pinned, IReadOnlyList<string> groups) =>
        Router.RouteAsync(new RouteRequest(question, previous, User(AccessScope.ForGroups(groups)), pinned), TestContext.Current.CancellationToken);

    public static AssistantUser User(AccessScope scope) => new(Guid.NewGuid(), "Anna Lindqvist", [Roles.Employee], scope);

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }
}
