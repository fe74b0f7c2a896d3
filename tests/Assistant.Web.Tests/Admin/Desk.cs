using System.Security.Claims;
using Assistant.Web.Tests.Hosting;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Web.Tests.Admin;

/// <summary>The services behind the pages as somebody's circuit has them, over the real application.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private readonly AsyncServiceScope scope;
    private readonly FixedAuthentication authentication;

    private Desk(AsyncServiceScope scope, Guid? userId)
    {
        this.scope = scope;
        authentication = new FixedAuthentication(userId);
    }

    public static async Task<Desk> OfAsync(WebHost host, string? email) =>
        new(host.Services.CreateAsyncScope(), email is null ? null : await host.IdOfAsync(email));

    /// <summary>A service whose caller is this person.</summary>
    public T Get<T>() => ActivatorUtilities.CreateInstance<T>(scope.ServiceProvider, ActivatorUtilities.CreateInstance<Assistant.Web.Admin.Caller>(scope.ServiceProvider, authentication));

    public ValueTask DisposeAsync() => scope.DisposeAsync();

    private sealed class FixedAuthentication(Guid? userId) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(new ClaimsPrincipal(
            userId is { } id ? new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, id.ToString())], "test") : new ClaimsIdentity())));
    }
}
