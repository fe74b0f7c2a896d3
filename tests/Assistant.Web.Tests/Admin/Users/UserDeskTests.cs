using Assistant.Core.Access;
using Assistant.Web.Admin.Users;
using Assistant.Web.Security;
using Assistant.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Web.Tests.Admin.Users;

public sealed class UserDeskTests(WebHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IUserDirectory Directory => host.Services.GetRequiredService<IUserDirectory>();

    [Theory]
    [InlineData(null)]
    [InlineData("anna@halden.example")]
    [InlineData("dario@halden.example")]
    public async Task EveryCommand_WithoutTheAdminRole_SeesAndChangesNothing(string? email)
    {
        var (target, _) = await AddAsync(Roles.Employee);
        await using var circuit = await Desk.OfAsync(host, email);
        var desk = circuit.Get<UserDesk>();

        (await desk.ListAsync(Cancellation)).ShouldBeNull();
        (await desk.InviteAsync(new Invitation("mole@halden.example", "Mole", [Roles.Admin], []), Cancellation)).ShouldBeOfType<AccountResult.Refused>();
        (await desk.CreateLinkAsync(target, Cancellation)).ShouldBeOfType<AccountResult.Refused>();
        (await desk.SaveAsync(target, [Roles.Admin], ["managers"], Cancellation)).ShouldBeOfType<AccountResult.Refused>();
        (await desk.SetDisabledAsync(target, true, Cancellation)).ShouldBeOfType<AccountResult.Refused>();
        var unchanged = (await Directory.FindAsync(target, Cancellation))!;
        unchanged.Roles.ShouldBe([Roles.Employee]);
        unchanged.Scope.Labels.ShouldBe(["everyone"]);
        (await Directory.ListAsync(Cancellation)).ShouldNotContain(u => u.Email == "mole@halden.example");
    }

    [Fact]
    public async Task SaveAsync_RolesAndGroups_ReplaceTheOldOnes()
    {
        var (target, _) = await AddAsync(Roles.Employee);
        await using var circuit = await Desk.OfAsync(host, "clara@halden.example");

        (await circuit.Get<UserDesk>().SaveAsync(target, [Roles.Employee, Roles.Auditor], ["managers"], Cancellation)).ShouldBeOfType<AccountResult.Done>();

        var changed = (await Directory.FindAsync(target, Cancellation))!;
        changed.Roles.ShouldBe([Roles.Auditor, Roles.Employee]);
        changed.Scope.Labels.ShouldBe(["everyone", "managers"]);
    }

    [Fact]
    public async Task SaveAsync_RefusedRoles_LeaveTheGroupsAsTheyWere()
    {
        var (target, _) = await AddAsync(Roles.Employee);
        await using var circuit = await Desk.OfAsync(host, "clara@halden.example");

        (await circuit.Get<UserDesk>().SaveAsync(target, ["owner"], ["managers"], Cancellation)).ShouldBeOfType<AccountResult.Refused>();

        (await Directory.FindAsync(target, Cancellation))!.Scope.Labels.ShouldBe(["everyone"]);
    }

    [Fact]
    public async Task AnAdministrator_CannotLockThemselvesOut()
    {
        // There is another administrator, so that the rule about the last one does not apply.
        var (self, email) = await AddAsync(Roles.Admin);
        await using var circuit = await Desk.OfAsync(host, email);
        var desk = circuit.Get<UserDesk>();

        (await desk.SaveAsync(self, [Roles.Employee], [], Cancellation)).ShouldBeOfType<AccountResult.Refused>().Field.ShouldBe("Roles");
        (await desk.SetDisabledAsync(self, true, Cancellation)).ShouldBeOfType<AccountResult.Refused>();
        (await desk.SaveAsync(self, [Roles.Admin, Roles.Employee], ["managers"], Cancellation)).ShouldBeOfType<AccountResult.Done>();
    }

    private async Task<(Guid Id, string Email)> AddAsync(string role)
    {
        var email = $"{Guid.NewGuid():N}@halden.example";
        return (await host.AddUserAsync(email, "a long enough password", role), email);
    }
}
