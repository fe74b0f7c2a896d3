using System.Security.Claims;
using Assistant.Core.Access;

namespace Assistant.Web.Security;

/// <summary>
/// The signed-in person as of now. The cookie and the circuit say who somebody is; what they may do is asked of the
/// user directory each time, so that a lost role, a changed group or a disabled account takes effect at once.
/// </summary>
internal sealed class CurrentUser(IUserDirectory directory)
{
    /// <summary>The user; null when nobody is signed in, or the account is gone or disabled.</summary>
    public async Task<AssistantUser?> FindAsync(ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        IdOf(principal) is { } id ? await directory.FindAsync(id, cancellationToken) : null;

    /// <summary>The user if they hold a role of the policy now, else null. Commands begin with it.</summary>
    /// <param name="policy">One of <see cref="AccessPolicies"/>.</param>
    public async Task<AssistantUser?> FindAsync(ClaimsPrincipal principal, string policy, CancellationToken cancellationToken)
    {
        var user = await FindAsync(principal, cancellationToken);
        return user is not null && AccessPolicies.RolesOf(policy).Any(user.IsIn) ? user : null;
    }

    internal static Guid? IdOf(ClaimsPrincipal principal) =>
        principal.Identity is { IsAuthenticated: true } && Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;
}
