using System.Net;
using Assistant.Web.Tests.Hosting;

namespace Assistant.Web.Tests.Account;

public sealed class PasswordTests(WebHost host)
{
    private const string Old = "correct horse battery";
    private const string New = "a better passphrase";

    [Fact]
    public async Task Change_RightCurrentPassword_KeepsThisSessionAndTakesTheNewOne()
    {
        await host.AddUserAsync("change@halden.example", Old);
        using var session = host.Visit();
        await session.SignInAsync("change@halden.example", Old);

        var page = await WebSession.ParseAsync(await ChangeAsync(session, Old, New, New));

        page.QuerySelector("[role=status]")!.TextContent.ShouldContain("Your password is changed");
        (await session.IsSignedInAsync()).ShouldBeTrue();
        (await host.Visit().SignInAsync("change@halden.example", Old)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await host.Visit().SignInAsync("change@halden.example", New)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("wrong one", New, New, "#current-error", "not your current password")]
    [InlineData(Old, "short", "short", "#password-error", "12 characters")]
    [InlineData(Old, New, "something else", "#repeated-error", "differ")]
    [InlineData("", "", "", "#current-error", "Enter your current password")]
    public async Task Change_WrongField_IsNamedNextToIt(string current, string password, string repeated, string where, string message)
    {
        var email = $"{Guid.NewGuid():N}@halden.example";
        await host.AddUserAsync(email, Old);
        using var session = host.Visit();
        await session.SignInAsync(email, Old);

        var page = await WebSession.ParseAsync(await ChangeAsync(session, current, password, repeated));

        page.QuerySelector(where)!.TextContent.ShouldContain(message);
        (await host.Visit().SignInAsync(email, Old)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Change_DemoAccount_HasNothingToChange()
    {
        using var session = await host.SignInAsync("anna@halden.example");

        var page = await session.OpenAsync("/account/password");

        page.QuerySelector("input[type=password]").ShouldBeNull();
        page.Body!.TextContent.ShouldContain("has no password");
    }

    private static Task<HttpResponseMessage> ChangeAsync(WebSession session, string current, string password, string repeated) =>
        session.SubmitAsync("/account/password", "change-password", ("Input.Current", current), ("Input.Password", password), ("Input.Repeated", repeated));
}
