using System.Net;
using Assistant.Web.Tests.Hosting;

namespace Assistant.Web.Tests.Account;

public sealed class SignInTests(WebHost host)
{
    private const string Password = "correct horse battery";

    [Fact]
    public async Task SignIn_RightPassword_GoesWhereOneWanted()
    {
        await host.AddUserAsync("right@halden.example", Password);
        using var session = host.Visit();

        using var response = await session.SubmitAsync("/account/login?returnUrl=%2Fchat%2F1%3Fa%3Db", "sign-in", ("Input.Email", "right@halden.example"), ("Input.Password", Password));

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.OriginalString.ShouldEndWith("/chat/1?a=b");
        (await session.IsSignedInAsync()).ShouldBeTrue();
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task SignIn_ReturnAddressElsewhere_StaysHere(string returnUrl)
    {
        using var session = host.Visit();

        using var response = await session.SubmitAsync($"/account/login?returnUrl={Uri.EscapeDataString(returnUrl)}", "demo", ("Account", "anna@halden.example"));

        new Uri(new Uri("http://localhost"), response.Headers.Location!).AbsoluteUri.ShouldBe("http://localhost/");
    }

    [Fact]
    public async Task SignIn_UnknownWrongAndLocked_SayTheSame()
    {
        await host.AddUserAsync("guess@halden.example", Password);
        var messages = new HashSet<string>();
        using var session = host.Visit();
        messages.Add(await AlertAsync(await session.SignInAsync("nobody@halden.example", "whatever it is")));
        for (var attempt = 0; attempt < 5; attempt++)
        {
            messages.Add(await AlertAsync(await session.SignInAsync("guess@halden.example", "whatever it is")));
        }

        messages.Add(await AlertAsync(await session.SignInAsync("guess@halden.example", Password)));

        messages.Count.ShouldBe(1);
        (await session.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task SignIn_EmptyFields_AreNamedNextToThem()
    {
        using var session = host.Visit();

        var page = await WebSession.ParseAsync(await session.SubmitAsync("/account/login", "sign-in", ("Input.Email", "not an address"), ("Input.Password", "")));

        page.QuerySelector("#email-error")!.TextContent.Trim().ShouldBe("This is not an e-mail address.");
        page.QuerySelector("#password-error")!.TextContent.Trim().ShouldBe("Enter your password.");
        page.QuerySelector("#email")!.GetAttribute("aria-invalid").ShouldBe("true");
        page.QuerySelector("#email")!.GetAttribute("aria-describedby").ShouldBe("email-error");
    }

    [Fact]
    public async Task SignIn_WithoutAntiforgeryToken_IsRefused()
    {
        using var session = host.Visit();
        using var form = new FormUrlEncodedContent([new("_handler", "demo"), new("Account", "clara@halden.example")]);

        using var response = await session.Http.PostAsync("/account/login", form, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await session.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task SignIn_TooManyAttempts_AreTurnedAway()
    {
        await using var strict = new WebHost().With("Accounts:SignInsPerMinute", "2");
        using var session = strict.Visit();
        await session.SignInAsync("a@halden.example", "x");
        await session.SignInAsync("a@halden.example", "x");

        using var third = await session.SignInAsync("a@halden.example", "x");

        third.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        third.Headers.RetryAfter.ShouldNotBeNull();
        (await WebSession.ParseAsync(third)).QuerySelector("h1")!.TextContent.ShouldBe("Too many attempts");
    }

    [Fact]
    public async Task SignOut_WithToken_EndsTheSession()
    {
        using var session = await host.SignInAsync("anna@halden.example");
        using var bare = await session.Http.PostAsync("/account/logout", null, TestContext.Current.CancellationToken);
        bare.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await session.IsSignedInAsync()).ShouldBeTrue();

        using var response = await session.PostWithTokenAsync("/account/logout");

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await session.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task DemoAccounts_InDevelopment_ShowRolesAndGroups()
    {
        var page = await host.Visit().OpenAsync("/account/login");

        var buttons = page.QuerySelectorAll("button[name=Account]").Select(b => b.TextContent).ToList();
        buttons.Count.ShouldBe(5);
        buttons.ShouldContain(b => b.Contains("Ben Carter") && b.Contains("employee") && b.Contains("hr-team, managers"));
        buttons.ShouldContain(b => b.Contains("Clara Weiss") && b.Contains("admin"));
    }

    private static async Task<string> AlertAsync(HttpResponseMessage response) =>
        (await WebSession.ParseAsync(response)).QuerySelector("[role=alert]")!.TextContent.Trim();
}
