using Assistant.Core.Access;
using Assistant.Storage.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Assistant.Web.Security;

/// <summary>
/// Before the first request: makes the roles, then the demo accounts or, when nobody could sign in as administrator,
/// the set-up link.
/// </summary>
internal sealed class AccountSeeder(IServiceScopeFactory scopes, UserAccounts accounts, SetupLink setup, IOptions<AccountOptions> options) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var roles = scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole<Guid>>>();
        foreach (var role in Roles.All)
        {
            if (!await roles.RoleExistsAsync(role))
            {
                var made = await roles.CreateAsync(new IdentityRole<Guid>(role) { Id = Guid.CreateVersion7() });
                if (!made.Succeeded)
                {
                    throw new InvalidOperationException($"The role '{role}' could not be made: {string.Join(' ', made.Errors.Select(e => e.Code))}.");
                }
            }
        }

        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        if (options.Value.Demo)
        {
            foreach (var account in DemoAccounts.All)
            {
                if (await users.FindByNameAsync(account.Email) is null)
                {
                    await accounts.InviteAsync(account, cancellationToken);
                }
            }
        }
        else if (!await HasAdministratorAsync(users))
        {
            setup.Open();
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>True when an enabled administrator has a password: one left over from a demo does not count.</summary>
    internal static async Task<bool> HasAdministratorAsync(UserManager<AppUser> users) =>
        (await users.GetUsersInRoleAsync(Roles.Admin)).Any(a => a is { Disabled: false, PasswordHash: not null });
}
