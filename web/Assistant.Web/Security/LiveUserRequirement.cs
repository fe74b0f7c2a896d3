using Microsoft.AspNetCore.Authorization;

namespace Assistant.Web.Security;

/// <summary>Asks for an enabled account and, with a policy, for one of its roles, as of now.</summary>
/// <param name="Policy">One of <see cref="AccessPolicies"/>, or null for any signed-in user.</param>
internal sealed record LiveUserRequirement(string? Policy = null) : IAuthorizationRequirement;

internal sealed class LiveUserHandler(CurrentUser users) : AuthorizationHandler<LiveUserRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, LiveUserRequirement requirement)
    {
        var user = requirement.Policy is { } policy
            ? await users.FindAsync(context.User, policy, CancellationToken.None)
            : await users.FindAsync(context.User, CancellationToken.None);
        if (user is not null)
        {
            context.Succeed(requirement);
        }
    }
}
