using Assistant.Core.Access;
using Assistant.Web.Security;
using Assistant.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Web.Tests.Security;

public sealed class UserAccountsTests(WebHost host)
{
    [Fact]
    public async Task InviteAsync_NewPerson_GivesALinkThatSetsThePasswordOnce()
    {
        var done = (await InviteAsync("nora@halden.example")).ShouldBeOfType<AccountResult.Done>();
        using var session = host.Visit();

        using var set = await session.SubmitAsync(done.LinkPath!, "set-password", ("Input.Password", "nora likes long ones"), ("Input.Repeated", "nora likes long ones"));
        set.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        (await session.IsSignedInAsync()).ShouldBeTrue();

        var again = await host.Visit().OpenAsync(done.LinkPath!);
        again.Body!.TextContent.ShouldContain("has been used or has expired");
        again.QuerySelector("input[type=password]").ShouldBeNull();
        var user = await host.Services.GetRequiredService<IUserDirectory>().FindAsync(done.UserId, TestContext.Current.CancellationToken);
        user!.Roles.ShouldBe([Roles.Employee]);
        user.Scope.Labels.ShouldBe(["everyone", "managers"]);
    }

    [Theory]
    [InlineData("", "Nora", Roles.Employee, "Email")]
    [InlineData("nora", "Nora", Roles.Employee, "Email")]
    [InlineData("anna@halden.example", "Anna again", Roles.Employee, "Email")]
    [InlineData("x@halden.example", " ", Roles.Employee, "DisplayName")]
    [InlineData("x@halden.example", "X", "owner", "Roles")]
    public async Task InviteAsync_WrongField_IsRefusedThere(string email, string name, string role, string field)
    {
        var result = await Accounts.InviteAsync(new Invitation(email, name, [role], []), TestContext.Current.CancellationToken);

        result.ShouldBeOfType<AccountResult.Refused>().Field.ShouldBe(field);
    }

    [Fact]
    public async Task LastAdministrator_IsNeitherDisabledNorStrippedOfTheRole()
    {
        await using var alone = new WebHost();
        var accounts = alone.Services.GetRequiredService<UserAccounts>();
        var clara = await alone.IdOfAsync("clara@halden.example");

        (await accounts.SetDisabledAsync(clara, true, TestContext.Current.CancellationToken)).ShouldBeOfType<AccountResult.Refused>();
        (await accounts.SetRolesAsync(clara, [Roles.Employee], TestContext.Current.CancellationToken)).ShouldBeOfType<AccountResult.Refused>();

        await accounts.SetRolesAsync(await alone.IdOfAsync("anna@halden.example"), [Roles.Admin], TestContext.Current.CancellationToken);
        (await accounts.SetRolesAsync(clara, [Roles.Employee], TestContext.Current.CancellationToken)).ShouldBeOfType<AccountResult.Done>();
    }

    [Fact]
    public async Task CreateLinkAsync_ForALockedOutOwner_GivesAWayBackIn()
    {
        var id = await host.AddUserAsync("forgot@halden.example", "correct horse battery");
        for (var i = 0; i < 5; i++)
        {
            await host.Visit().SignInAsync("forgot@halden.example", "wrong");
        }

        var link = (await Accounts.CreateLinkAsync(id, TestContext.Current.CancellationToken)).ShouldBeOfType<AccountResult.Done>().LinkPath!;
        await host.Visit().SubmitAsync(link, "set-password", ("Input.Password", "a better passphrase"), ("Input.Repeated", "a better passphrase"));

        using var session = host.Visit();
        await session.SignInAsync("forgot@halden.example", "a better passphrase");
        (await session.IsSignedInAsync()).ShouldBeTrue();
    }

    private UserAccounts Accounts => host.Services.GetRequiredService<UserAccounts>();

    private Task<AccountResult> InviteAsync(string email) =>
        Accounts.InviteAsync(new Invitation(email, "Nora Quist", [Roles.Employee], ["managers"]), TestContext.Current.CancellationToken);
}
