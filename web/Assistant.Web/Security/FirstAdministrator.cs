using Assistant.Core.Access;
using Assistant.Storage.Identity;
using Microsoft.AspNetCore.Identity;

namespace Assistant.Web.Security;

/// <summary>Redeems the set-up link.</summary>
internal sealed class FirstAdministrator(UserManager<AppUser> users, SetupLink link, ILogger<FirstAdministrator> logger)
{
    /// <summary>
    /// Makes the administrator. A wrong name, address or password leaves the link usable; errors are empty with a
    /// null account when the link is not valid or somebody else was first.
    /// </summary>
    public async Task<(AppUser? User, IReadOnlyList<IdentityError> Errors)> CreateAsync(string? token, string email, string displayName, string password)
    {
        if (!link.Accepts(token) || await AccountSeeder.HasAdministratorAsync(users))
        {
            return (null, []);
        }

        // An account without a password, left over from a demo or an unused invitation, is taken over.
        var existing = await users.FindByNameAsync(email);
        if (existing?.PasswordHash is not null)
        {
            return (null, [users.ErrorDescriber.DuplicateEmail(email)]);
        }

        var user = existing ?? new AppUser { Id = Guid.CreateVersion7(), UserName = email, Email = email, EmailConfirmed = true };
        user.DisplayName = displayName;
        user.Disabled = false;
        var errors = await CheckAsync(user, password);
        if (errors.Count > 0)
        {
            return (null, errors);
        }

        if (!link.Redeem(token))
        {
            return (null, []);
        }

        Require(existing is null ? await users.CreateAsync(user, password) : await users.AddPasswordAsync(user, password));
        foreach (var role in new[] { Roles.Employee, Roles.Admin })
        {
            if (!await users.IsInRoleAsync(user, role))
            {
                Require(await users.AddToRoleAsync(user, role));
            }
        }

        logger.FirstAdministratorMade(user.Id);
        return (user, []);
    }

    private async Task<List<IdentityError>> CheckAsync(AppUser user, string password)
    {
        List<IdentityError> errors = [];
        foreach (var validator in users.PasswordValidators)
        {
            errors.AddRange((await validator.ValidateAsync(users, user, password)).Errors);
        }

        foreach (var validator in users.UserValidators)
        {
            errors.AddRange((await validator.ValidateAsync(users, user)).Errors);
        }

        return errors;
    }

    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"The administrator could not be made: {string.Join(' ', result.Errors.Select(e => e.Code))}.");
        }
    }
}
