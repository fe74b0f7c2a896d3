using System.ComponentModel.DataAnnotations;
using Assistant.Core.Access;
using Assistant.Storage.Identity;
using Microsoft.AspNetCore.Identity;

namespace Assistant.Web.Security;

/// <summary>
/// Makes and changes accounts for administrators. The caller has checked that the actor is one. Each command has a
/// scope of its own, so that a long-lived page never works on an account as it once was.
/// </summary>
internal sealed class UserAccounts(IServiceScopeFactory scopes, IUserDirectory directory, ILogger<UserAccounts> logger) : IDisposable
{
    private const int MaxDisplayName = 100;

    // One change at a time: two administrators must not remove each other's role at the same moment.
    private readonly SemaphoreSlim changing = new(1, 1);

    /// <summary>Makes an account without a password and the link that sets one.</summary>
    public Task<AccountResult> InviteAsync(Invitation invitation, CancellationToken cancellationToken) => ChangeAsync(async users =>
    {
        if (Check(invitation) is { } refused)
        {
            return refused;
        }

        var email = invitation.Email.Trim();
        var user = new AppUser { Id = Guid.CreateVersion7(), UserName = email, Email = email, EmailConfirmed = true, DisplayName = invitation.DisplayName.Trim() };
        if (await users.FindByNameAsync(email) is not null)
        {
            return new AccountResult.Refused(nameof(Invitation.Email), "There is already an account with this e-mail address.");
        }

        Require(await users.CreateAsync(user));
        Require(await users.AddToRolesAsync(user, invitation.Roles.Distinct()));
        await directory.SetGroupsAsync(user.Id, invitation.Groups, cancellationToken);
        logger.AccountMade(user.Id);
        return new AccountResult.Done(user.Id, await PasswordLinks.CreateAsync(users, user));
    }, cancellationToken);

    /// <summary>A fresh one-time link that sets the password of an account.</summary>
    public Task<AccountResult> CreateLinkAsync(Guid userId, CancellationToken cancellationToken) => ChangeAsync(userId, async (users, user) =>
    {
        if (user.Disabled)
        {
            return new AccountResult.Refused("", "The account is disabled. Enable it first.");
        }

        logger.LinkMade(user.Id);
        return new AccountResult.Done(user.Id, await PasswordLinks.CreateAsync(users, user));
    }, cancellationToken);

    /// <summary>Replaces the roles of an account. The last administrator keeps that role.</summary>
    public Task<AccountResult> SetRolesAsync(Guid userId, IReadOnlyCollection<string> roles, CancellationToken cancellationToken) => ChangeAsync(userId, async (users, user) =>
    {
        if (CheckRoles(roles) is { } refused)
        {
            return refused;
        }

        if (!roles.Contains(Roles.Admin) && await IsLastAdministratorAsync(users, user))
        {
            return new AccountResult.Refused(nameof(Invitation.Roles), "This is the last administrator. Make somebody else one first.");
        }

        var held = await users.GetRolesAsync(user);
        Require(await users.AddToRolesAsync(user, roles.Except(held)));
        Require(await users.RemoveFromRolesAsync(user, held.Except(roles)));
        logger.RolesChanged(user.Id);
        return new AccountResult.Done(user.Id);
    }, cancellationToken);

    /// <summary>Disables or enables an account. A disabled one is signed out everywhere; the last administrator cannot be disabled.</summary>
    public Task<AccountResult> SetDisabledAsync(Guid userId, bool disabled, CancellationToken cancellationToken) => ChangeAsync(userId, async (users, user) =>
    {
        if (disabled && await IsLastAdministratorAsync(users, user))
        {
            return new AccountResult.Refused("", "This is the last administrator. Make somebody else one first.");
        }

        user.Disabled = disabled;
        Require(await users.UpdateSecurityStampAsync(user));
        logger.DisabledChanged(user.Id, disabled);
        return new AccountResult.Done(user.Id);
    }, cancellationToken);

    public void Dispose() => changing.Dispose();

    private Task<AccountResult> ChangeAsync(Guid userId, Func<UserManager<AppUser>, AppUser, Task<AccountResult>> change, CancellationToken cancellationToken) =>
        ChangeAsync(
            async users => await users.FindByIdAsync(userId.ToString()) is { } user
                ? await change(users, user)
                : new AccountResult.Refused("", "This account does not exist any more."),
            cancellationToken);

    private async Task<AccountResult> ChangeAsync(Func<UserManager<AppUser>, Task<AccountResult>> change, CancellationToken cancellationToken)
    {
        await changing.WaitAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await change(scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>());
        }
        finally
        {
            changing.Release();
        }
    }

    private static async Task<bool> IsLastAdministratorAsync(UserManager<AppUser> users, AppUser user)
    {
        var enabled = (await users.GetUsersInRoleAsync(Roles.Admin)).Where(a => !a.Disabled).ToList();
        return enabled.Any(a => a.Id == user.Id) && enabled.Count == 1;
    }

    private static AccountResult.Refused? Check(Invitation invitation)
    {
        if (!new EmailAddressAttribute().IsValid(invitation.Email?.Trim()) || string.IsNullOrWhiteSpace(invitation.Email))
        {
            return new(nameof(Invitation.Email), "Enter an e-mail address, such as name@company.example.");
        }

        if (invitation.DisplayName?.Trim() is not { Length: > 0 and <= MaxDisplayName })
        {
            return new(nameof(Invitation.DisplayName), $"Enter a name of at most {MaxDisplayName} characters.");
        }

        return CheckRoles(invitation.Roles);
    }

    private static AccountResult.Refused? CheckRoles(IReadOnlyCollection<string> roles) =>
        roles.Count == 0 || roles.Except(Roles.All).Any()
            ? new(nameof(Invitation.Roles), $"Choose at least one of these roles: {string.Join(", ", Roles.All)}.")
            : null;

    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"The account could not be changed: {string.Join(' ', result.Errors.Select(e => e.Code))}.");
        }
    }
}
