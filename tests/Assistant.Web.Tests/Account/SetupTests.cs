using System.Net;
using Assistant.Core.Access;
using Assistant.Web.Security;
using Assistant.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Assistant.Web.Tests.Account;

/// <summary>The first start in Production.</summary>
public sealed class SetupTests
{
    private static readonly (string, string)[] Clara =
    [
        ("Input.DisplayName", "Clara"), ("Input.Email", "clara@company.example"), ("Input.Password", "the very first one"), ("Input.Repeated", "the very first one"),
    ];

    [Fact]
    public async Task FirstStart_InProduction_OffersNoDemoAccountAndOneLink()
    {
        await using var host = Production();
        var link = await AnnouncedAsync(host);

        var page = await host.Visit().OpenAsync("/account/login");
        page.QuerySelectorAll("button[name=Account]").ShouldBeEmpty();
        (await host.Services.GetRequiredService<IUserDirectory>().ListAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();

        using var session = host.Visit();
        (await session.SubmitAsync(link, "setup", Clara)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await session.IsSignedInAsync()).ShouldBeTrue();
        var administrator = (await host.Services.GetRequiredService<IUserDirectory>().ListAsync(TestContext.Current.CancellationToken)).Single();
        administrator.Roles.ShouldBe([Roles.Admin, Roles.Employee]);

        (await host.Visit().OpenAsync(link)).Body!.TextContent.ShouldContain("has been used or has expired");
    }

    [Fact]
    public async Task Setup_WrongToken_OffersNothing()
    {
        await using var host = Production();

        var page = await host.Visit().OpenAsync("/setup?token=guess");

        page.QuerySelector("form").ShouldBeNull();
    }

    [Fact]
    public async Task Setup_WeakPassword_SaysSoAndKeepsTheLink()
    {
        await using var host = Production();
        var link = await AnnouncedAsync(host);
        using var session = host.Visit();

        var page = await WebSession.ParseAsync(await session.SubmitAsync(link, "setup", ("Input.DisplayName", "Clara"), ("Input.Email", "clara@company.example"), ("Input.Password", "short"), ("Input.Repeated", "short")));

        page.QuerySelector("#password-error")!.TextContent.ShouldContain("12 characters");
        (await session.SubmitAsync(link, "setup", Clara)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task SecondStart_WithAnAdministrator_HasNoLink()
    {
        var folder = Directory.CreateTempSubdirectory("assistant-web-").FullName;
        await using (var first = WebHost.Over(folder, Environments.Production))
        {
            (await first.Visit().SubmitAsync(await AnnouncedAsync(first), "setup", Clara)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        await using var second = WebHost.Over(folder, Environments.Production, keepData: false);
        using var session = second.Visit();
        second.Services.GetRequiredService<SetupLink>().IsOpen.ShouldBeFalse();
        await session.SignInAsync("clara@company.example", "the very first one");
        (await session.IsSignedInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Start_InProductionOverDemoData_CountsNoDemoAdministrator()
    {
        var folder = Directory.CreateTempSubdirectory("assistant-web-").FullName;
        await using (var demo = WebHost.Over(folder))
        {
            (await demo.IdOfAsync("clara@halden.example")).ShouldNotBe(Guid.Empty);
        }

        await using (var production = WebHost.Over(folder, Environments.Production, keepData: false))
        {
            (await AnnouncedAsync(production)).ShouldStartWith("/setup?token=");
            using var session = production.Visit();
            (await session.SignInAsync("clara@halden.example", "")).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await session.IsSignedInAsync()).ShouldBeFalse();
        }
    }

    private static WebHost Production() => new() { EnvironmentName = Environments.Production };

    /// <summary>The link as it stands in the log file.</summary>
    private static async Task<string> AnnouncedAsync(WebHost host)
    {
        host.Visit().Dispose();
        var log = await host.ReadLogAsync();
        var start = log.IndexOf("/setup?token=", StringComparison.Ordinal);
        start.ShouldBeGreaterThan(0);
        return log[start..log.IndexOf('"', start)];
    }
}
