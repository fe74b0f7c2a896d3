using Assistant.Core.Access;
using Assistant.Web.Security;

namespace Assistant.Web.Admin.Users;

/// <summary>What administrators see and do of accounts. Every call asks first whether the caller is one now.</summary>
internal sealed class UserDesk(Caller caller, UserAccounts accounts, IUserDirectory directory, ILogger<UserDesk> logger)
{
    /// <summary>All accounts by name, and who is asking; null when the caller may not see them.</summary>
    public async Task<UserList?> ListAsync(CancellationToken cancellationToken) =>
        await AdministratorAsync(cancellationToken) is { } actor
            ? new UserList(actor.Id, await directory.ListAsync(cancellationToken), await directory.ListGroupsAsync(cancellationToken))
            : null;

    public async Task<AccountResult> InviteAsync(Invitation invitation, CancellationToken cancellationToken) =>
        await AdministratorAsync(cancellationToken) is null ? NotAllowed : await accounts.InviteAsync(invitation, cancellationToken);

    /// <summary>A fresh one-time link that sets the password of an account.</summary>
    public async Task<AccountResult> CreateLinkAsync(Guid userId, CancellationToken cancellationToken) =>
        await AdministratorAsync(cancellationToken) is null ? NotAllowed : await accounts.CreateLinkAsync(userId, cancellationToken);

    /// <summary>Replaces roles and groups. Roles go first: when they are refused, nothing has changed.</summary>
    public async Task<AccountResult> SaveAsync(Guid userId, IReadOnlyCollection<string> roles, IReadOnlyCollection<string> groups, CancellationToken cancellationToken)
    {
        if (await AdministratorAsync(cancellationToken) is not { } actor)
        {
            return NotAllowed;
        }

        if (SelfProtection.OfRoles(actor.Id, userId, roles) is { } problem)
        {
            return new AccountResult.Refused(nameof(Invitation.Roles), problem);
        }

        var result = await accounts.SetRolesAsync(userId, roles, cancellationToken);
        if (result is AccountResult.Done)
        {
            if (!await directory.SetGroupsAsync(userId, groups, cancellationToken))
            {
                return new AccountResult.Refused("", "This account does not exist any more.");
            }

            logger.GroupsChanged(userId, actor.Id);
        }

        return result;
    }

    public async Task<AccountResult> SetDisabledAsync(Guid userId, bool disabled, CancellationToken cancellationToken)
    {
        if (await AdministratorAsync(cancellationToken) is not { } actor)
        {
            return NotAllowed;
        }

        return SelfProtection.OfDisabling(actor.Id, userId, disabled) is { } problem
            ? new AccountResult.Refused("", problem)
            : await accounts.SetDisabledAsync(userId, disabled, cancellationToken);
    }

    private static AccountResult.Refused NotAllowed { get; } = new("", CommandResult.NotAllowed.Message);

    private Task<AssistantUser?> AdministratorAsync(CancellationToken cancellationToken) => caller.AsAsync(AccessPolicies.Admin, cancellationToken);
}

/// <param name="ActorId">The administrator who is looking.</param>
/// <param name="Groups">Every group there is, in order.</param>
internal sealed record UserList(Guid ActorId, IReadOnlyList<UserSummary> Users, IReadOnlyList<string> Groups);
