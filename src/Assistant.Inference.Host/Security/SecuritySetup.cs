using System.Net;
using Assistant.Inference.Host.Lifetime;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Assistant.Inference.Host.Security;

internal static class SecuritySetup
{
    public static void AddSecurity(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<KeyRing>();
        builder.Services.AddOptions<KestrelServerOptions>().Configure<IOptions<ServerOptions>>((kestrel, options) =>
        {
            kestrel.AddServerHeader = false;
            if (!options.Value.HasKeys)
            {
                kestrel.ConfigureEndpointDefaults(RequireLoopback);
            }
        });

        // Without keys, a web page that points its own name at this machine must not pass as a local caller.
        builder.Services.AddOptions<HostFilteringOptions>().PostConfigure<IOptions<ServerOptions>>((filter, options) =>
        {
            if (!options.Value.HasKeys)
            {
                filter.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"];
            }
        });
    }

    /// <summary>Called for every address before it is bound, whichever setting it came from.</summary>
    private static void RequireLoopback(ListenOptions endpoint)
    {
        if (endpoint.IPEndPoint is { } ip && !IPAddress.IsLoopback(ip.Address))
        {
            throw new StartException(
                $"The server is to listen on {ip}, which other machines reach, but Host:ApiKeys is empty. " +
                "Set Host:ApiKeys:0 to a secret (openssl rand -hex 32), or listen on this machine only with --urls http://127.0.0.1:PORT.");
        }
    }
}
