using Assistant.Core.Access;
using Assistant.Core.Documents;
using Assistant.Storage.Identity;
using Assistant.Storage.Tests.Backends;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Storage.Tests.Identity;

/// <summary>The directory over accounts that ASP.NET Core Identity's own managers make.</summary>
public abstract class UserDirectoryTests(TestDatabase database) : StorageTest(database)
{
    private IUserDirectory Directory => Get<IUserDirectory>();

    [Fact]
    public async Task FindAsync_User_HasRolesAndGroups()
    {
        var id = await AddAsync("clara", "Clara Weiß", Roles.Employee, Roles.Admin);
        await Directory.SetGroupsAsync(id, ["it-team"], Cancellation);

        var user = (await Directory.FindAsync(id, Cancellation))!;

        (user.Id, user.DisplayName).ShouldBe((id, "Clara Weiß"));
        user.Roles.ShouldBe([Roles.Admin, Roles.Employee]);
        user.Scope.Labels.ShouldBe([AccessScope.Everyone, "it-team"]);
    }

    [Fact]
    public async Task FindAsync_UnknownOrDisabledUser_IsNull()
    {
        var id = await AddAsync("clara", "Clara");
        (await Directory.FindAsync(id, Cancellation)).ShouldNotBeNull();

        await ChangeAsync(id, (users, user) =>
        {
            user.Disabled = true;
            return users.UpdateAsync(user);
        });

        (await Directory.FindAsync(id, Cancellation)).ShouldBeNull();
        (await Directory.FindAsync(Guid.NewGuid(), Cancellation)).ShouldBeNull();
        (await Directory.ListAsync(Cancellation)).ShouldHaveSingleItem().Disabled.ShouldBeTrue();
    }

    [Fact]
    public async Task SetGroupsAsync_Groups_ReplaceTheOldOnes()
    {
        var id = await AddAsync("ben", "Ben");
        await Directory.SetGroupsAsync(id, ["hr-team", "managers"], Cancellation);

        (await Directory.SetGroupsAsync(id, [" managers ", "managers", "", AccessScope.Everyone, "legal-team"], Cancellation)).ShouldBeTrue();

        (await Directory.ListAsync(Cancellation)).ShouldHaveSingleItem().Groups.ShouldBe(["legal-team", "managers"]);
        (await Directory.SetGroupsAsync(Guid.NewGuid(), ["hr-team"], Cancellation)).ShouldBeFalse();
    }

    [Fact]
    public async Task SetGroupsAsync_ManyAtOnce_LeaveOneOfTheirResults()
    {
        var id = await AddAsync("ben", "Ben");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => Directory.SetGroupsAsync(id, ["all", $"group {n}"], Cancellation))));

        var groups = (await Directory.ListAsync(Cancellation)).ShouldHaveSingleItem().Groups;
        groups.Count.ShouldBe(2);
        groups.ShouldContain("all");
    }

    [Fact]
    public async Task ListGroupsAsync_GroupsOfUsersAndDocuments_AreNamedOnce()
    {
        var id = await AddAsync("ben", "Ben");
        await Directory.SetGroupsAsync(id, ["managers", "hr-team"], Cancellation);
        await Get<IDocumentStore>().AddVersionAsync(Samples.Upload("one", "key", "hr-team", "finance-team", AccessScope.Everyone), Cancellation);

        (await Directory.ListGroupsAsync(Cancellation)).ShouldBe(["finance-team", "hr-team", "managers"]);
    }

    [Fact]
    public async Task ListAsync_Users_ComeByName()
    {
        await AddAsync("z", "Zoë");
        await AddAsync("a", "Änne", Roles.Auditor);
        await AddAsync("b", "ben");

        var users = await Directory.ListAsync(Cancellation);

        users.Select(u => u.DisplayName).ShouldBe(["Änne", "ben", "Zoë"]);
        (users[0].Email, users[0].Disabled).ShouldBe(("a@halden.example", false));
        users[0].Roles.ShouldBe([Roles.Auditor]);
    }

    [Fact]
    public async Task UserManager_LockoutAndPassword_SurviveARestart()
    {
        var id = await AddAsync("anna", "Anna");
        var end = new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);
        await ChangeAsync(id, (users, user) => users.SetLockoutEndDateAsync(user, end));
        await RestartAsync();

        await ChangeAsync(id, async (users, user) =>
        {
            user.LockoutEnd.ShouldBe(end);
            (await users.CheckPasswordAsync(user, "Correct-horse-7")).ShouldBeTrue();
            return IdentityResult.Success;
        });
    }

    [Fact]
    public async Task UserManager_SameNameTwice_IsRefused()
    {
        await AddAsync("anna", "Anna");

        await Should.ThrowAsync<InvalidOperationException>(() => AddAsync("ANNA", "Another Anna"));
    }

    [Fact]
    public async Task UserManager_DeletedUser_TakesItsGroupsAlong()
    {
        var id = await AddAsync("anna", "Anna", Roles.Employee);
        await Directory.SetGroupsAsync(id, ["engineering"], Cancellation);

        await ChangeAsync(id, (users, user) => users.DeleteAsync(user));

        (await Database.CountAsync("user_groups")).ShouldBe(0);
        (await Directory.ListAsync(Cancellation)).ShouldBeEmpty();
    }

    private async Task<Guid> AddAsync(string name, string displayName, params string[] roles)
    {
        await using var scope = Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        var roleManager = scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole<Guid>>>();
        foreach (var role in roles)
        {
            Check(await roleManager.CreateAsync(new IdentityRole<Guid>(role)));
        }

        var user = new AppUser { UserName = name, Email = $"{name}@halden.example", DisplayName = displayName };
        Check(await users.CreateAsync(user, "Correct-horse-7"));
        Check(await users.AddToRolesAsync(user, roles));
        return user.Id;
    }

    private async Task ChangeAsync(Guid id, Func<UserManager<AppUser>, AppUser, Task<IdentityResult>> change)
    {
        await using var scope = Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        Check(await change(users, (await users.FindByIdAsync(id.ToString()))!));
    }

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(result.ToString());
        }
    }
}

public sealed class SqliteUserDirectoryTests() : UserDirectoryTests(new SqliteTestDatabase());

public sealed class PostgresUserDirectoryTests(PostgresServer server) : UserDirectoryTests(new PostgresTestDatabase(server));
