using Assistant.Web.Security;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Assistant.Web.Composition;

/// <summary>Once the server listens: one line with its address and the way to sign in.</summary>
internal sealed class StartNotice(
    IHostApplicationLifetime lifetime,
    IServer server,
    SetupLink setup,
    IOptions<AccountOptions> accounts,
    ILogger<StartNotice> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(Announce);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Announce()
    {
        var address = Address();
        if (setup.TakeAnnouncement() is { } path)
        {
            logger.SetupLink(new Uri(new Uri(address), path), SetupLink.Lifetime.TotalHours);
        }
        else if (accounts.Value.Demo)
        {
            logger.RunningWithDemoAccounts(address);
        }
        else
        {
            logger.Running(address);
        }
    }

    /// <summary>The first address, with a host that a browser on this machine can open.</summary>
    private string Address()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var first = addresses.FirstOrDefault() ?? "http://localhost";
        return first.Replace("[::]", "localhost", StringComparison.Ordinal)
            .Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
            .Replace("*", "localhost", StringComparison.Ordinal)
            .Replace("+", "localhost", StringComparison.Ordinal);
    }
}
