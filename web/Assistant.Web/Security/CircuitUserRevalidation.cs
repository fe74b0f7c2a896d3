using System.Security.Claims;
using Assistant.Storage.Identity;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Assistant.Web.Security;

/// <summary>
/// Signs a circuit out when the account it runs for was deleted or disabled, or its password or roles changed.
/// Commands don't wait for it: they ask <see cref="CurrentUser"/>.
/// </summary>
internal sealed class CircuitUserRevalidation(
    ILoggerFactory loggers,
    IServiceScopeFactory scopes,
    IOptions<IdentityOptions> identity,
    IOptions<AccountOptions> accounts)
    : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => accounts.Value.RevalidateAfter;

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        // A scope of its own: the circuit's would keep handing out the account as it was first read.
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        return await IsCurrentAsync(users, identity.Value.ClaimsIdentity, authenticationState.User);
    }

    internal static async Task<bool> IsCurrentAsync(UserManager<AppUser> users, ClaimsIdentityOptions claims, ClaimsPrincipal principal)
    {
        var user = await users.GetUserAsync(principal);
        if (user is null or { Disabled: true } || principal.FindFirstValue(claims.SecurityStampClaimType) != await users.GetSecurityStampAsync(user))
        {
            return false;
        }

        var held = principal.FindAll(claims.RoleClaimType).Select(c => c.Value);
        return (await users.GetRolesAsync(user)).ToHashSet(StringComparer.Ordinal).SetEquals(held);
    }
}
