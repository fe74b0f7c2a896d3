using Assistant.Core.Access;
using Assistant.Web.Admin.Users;
using Assistant.Web.Tests.Hosting;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Web.Tests.Admin.Users;

public sealed class UsersPageTests(WebHost host) : BunitContext
{
    [Fact]
    public async Task Edit_OwnAccount_CannotDropTheAdminRoleAndSaysWhatAGroupGives()
    {
        await using var circuit = await Desk.OfAsync(host, "clara@halden.example");
        var page = Open(circuit);

        RowOf(page, "clara@halden.example").TextContent.ShouldNotContain("Disable");
        Press(page, "clara@halden.example", "Roles and groups");
        var admin = page.FindAll("dialog label.choice").Single(l => l.TextContent.Contains("Admin", StringComparison.Ordinal));
        admin.QuerySelector("input")!.HasAttribute("disabled").ShouldBeTrue();

        page.FindAll("dialog .chip").Single(c => c.TextContent.Trim() == "managers").QuerySelector("input")!.Change(true);

        page.Find("dialog .notice").TextContent.ShouldContain("You give yourself the group managers");
    }

    [Fact]
    public async Task Invite_WrongThenRight_SaysWhatIsWrongAndThenShowsTheLinkOnce()
    {
        await using var circuit = await Desk.OfAsync(host, "clara@halden.example");
        var page = Open(circuit);
        var email = $"{Guid.NewGuid():N}@halden.example";

        page.FindAll("button").Single(b => b.TextContent.Contains("Invite somebody", StringComparison.Ordinal)).Click();
        page.Find("#invite-name").Change("Nora Berg");
        page.Find("dialog form").Submit();
        page.WaitForAssertion(() => page.Find("#invite-email-error").TextContent.ShouldContain("e-mail address"));

        page.Find("#invite-email").Change(email);
        page.Find("dialog form").Submit();
        page.WaitForAssertion(() => page.Find("#one-time-link").TextContent.ShouldStartWith("http://localhost/account/set-password?"));

        page.FindAll("dialog button").Single(b => b.TextContent.Trim() == "Done").Click();
        page.Markup.ShouldNotContain("set-password");
        RowOf(page, email).TextContent.ShouldContain("Nora Berg");
    }

    [Fact]
    public async Task Disable_SomebodyElse_AsksFirst()
    {
        var email = $"{Guid.NewGuid():N}@halden.example";
        var id = await host.AddUserAsync(email, "a long enough password", Roles.Employee);
        await using var circuit = await Desk.OfAsync(host, "clara@halden.example");
        var page = Open(circuit);

        Press(page, email, "Disable");
        page.Find("dialog").TextContent.ShouldNotBeNull();
        (await host.Services.GetRequiredService<IUserDirectory>().FindAsync(id, Xunit.TestContext.Current.CancellationToken)).ShouldNotBeNull();

        page.FindAll("dialog button").Single(b => b.TextContent.Trim() == "Disable").Click();

        page.WaitForAssertion(() => RowOf(page, email).TextContent.ShouldContain("Disabled"));
        (await host.Services.GetRequiredService<IUserDirectory>().FindAsync(id, Xunit.TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    private IRenderedComponent<UsersPage> Open(Desk circuit)
    {
        this.UseApplication(host);
        Services.AddSingleton(circuit.Get<UserDesk>());
        var page = Render<UsersPage>();
        page.WaitForElement("table");
        return page;
    }

    private static AngleSharp.Dom.IElement RowOf(IRenderedComponent<UsersPage> page, string email) =>
        page.FindAll("tbody tr").Single(r => r.TextContent.Contains(email, StringComparison.Ordinal));

    private static void Press(IRenderedComponent<UsersPage> page, string email, string button) =>
        RowOf(page, email).QuerySelectorAll("button").Single(b => b.TextContent.Trim() == button).Click();
}
