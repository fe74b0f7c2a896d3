using Assistant.Core.Access;
using Assistant.Web.Security;
using Microsoft.AspNetCore.Components.Authorization;

namespace Assistant.Web.Admin;

/// <summary>Who calls a command of a page, asked anew each time: a circuit outlives the roles it was opened with.</summary>
internal sealed class Caller(AuthenticationStateProvider authentication, CurrentUser currentUser)
{
    /// <summary>The signed-in user if the policy lets them now, else null.</summary>
    /// <param name="policy">One of <see cref="AccessPolicies"/>.</param>
    public async Task<AssistantUser?> AsAsync(string policy, CancellationToken cancellationToken)
    {
        var state = await authentication.GetAuthenticationStateAsync();
        return await currentUser.FindAsync(state.User, policy, cancellationToken);
    }
}
