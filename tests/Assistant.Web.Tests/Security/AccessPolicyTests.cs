using System.Net;
using Assistant.Core.Access;
using Assistant.Storage.Identity;
using Assistant.Web.Security;
using Assistant.Web.Tests.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Web.Tests.Security;

/// <summary>What an account may do is asked anew each time.</summary>
public sealed class AccessPolicyTests(WebHost host)
{
    private const string Password = "correct horse battery";

    [Fact]
    public async Task Role_TakenAway_ClosesItsPagesAtOnce()
    {
        var id = await host.AddUserAsync("role@halden.example", Password, Roles.Employee, Roles.Auditor);
        using var session = host.Visit();
        await session.SignInAsync("role@halden.example", Password);
        (await StatusAsync(session, "/review")).ShouldBe(HttpStatusCode.OK);

        (await Accounts.SetRolesAsync(id, [Roles.Employee], TestContext.Current.CancellationToken)).ShouldBeOfType<AccountResult.Done>();

        (await StatusAsync(session, "/review")).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Account_Disabled_IsRefusedAtOnce()
    {
        var id = await host.AddUserAsync("leaver@halden.example", Password);
        using var session = host.Visit();
        await session.SignInAsync("leaver@halden.example", Password);
        (await session.IsSignedInAsync()).ShouldBeTrue();

        await Accounts.SetDisabledAsync(id, true, TestContext.Current.CancellationToken);

        using var page = await session.Http.GetAsync("/", TestContext.Current.CancellationToken);
        page.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        page.Headers.Location!.OriginalString.ShouldEndWith("/account/login");
        (await session.IsSignedInAsync()).ShouldBeFalse();
        (await host.Visit().SignInAsync("leaver@halden.example", Password)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Circuit_OfAnAccountThatChanged_IsNotCurrent()
    {
        var id = await host.AddUserAsync("circuit@halden.example", Password, Roles.Employee, Roles.Reviewer);
        await using var scope = host.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<AppUser>>().CreateAsync((await users.FindByIdAsync(id.ToString()))!);
        (await IsCurrentAsync()).ShouldBeTrue();

        await Accounts.SetRolesAsync(id, [Roles.Employee], TestContext.Current.CancellationToken);
        (await IsCurrentAsync()).ShouldBeFalse();

        await Accounts.SetRolesAsync(id, [Roles.Employee, Roles.Reviewer], TestContext.Current.CancellationToken);
        (await IsCurrentAsync()).ShouldBeTrue();

        await Accounts.SetDisabledAsync(id, true, TestContext.Current.CancellationToken);
        (await IsCurrentAsync()).ShouldBeFalse();

        async Task<bool> IsCurrentAsync()
        {
            await using var fresh = host.Services.CreateAsyncScope();
            var manager = fresh.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
            return await CircuitUserRevalidation.IsCurrentAsync(manager, manager.Options.ClaimsIdentity, principal);
        }
    }

    private UserAccounts Accounts => host.Services.GetRequiredService<UserAccounts>();

    private static async Task<HttpStatusCode> StatusAsync(WebSession session, string path)
    {
        using var response = await session.Http.GetAsync(path, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
