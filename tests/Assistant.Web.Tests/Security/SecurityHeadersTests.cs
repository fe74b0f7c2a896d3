using Assistant.Web.Tests.Hosting;
using Microsoft.Extensions.Hosting;

namespace Assistant.Web.Tests.Security;

public sealed class SecurityHeadersTests(WebHost host)
{
    [Theory]
    [InlineData("/account/login")]
    [InlineData("/")]
    [InlineData("/no/such/page")]
    [InlineData("/health/live")]
    [InlineData("/css/tokens.css")]
    [InlineData("/api/documents/00000000-0000-0000-0000-000000000000/file")]
    public async Task Response_OfAnyKind_CarriesTheHeaders(string path)
    {
        using var session = await host.SignInAsync("anna@halden.example");

        using var response = await session.Http.GetAsync(path, TestContext.Current.CancellationToken);

        var policy = response.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldContain("script-src 'self';");
        policy.ShouldContain("style-src 'self';");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        response.Headers.Contains("Server").ShouldBeFalse();
    }

    [Fact]
    public async Task Response_OverHttpsInProduction_AsksForHttpsEverAfter()
    {
        await using var production = new WebHost { EnvironmentName = Environments.Production };
        using var http = production.CreateClient(new() { BaseAddress = new Uri("https://assistant.example") });

        using var response = await http.GetAsync("/account/login", TestContext.Current.CancellationToken);

        response.Headers.Contains("Strict-Transport-Security").ShouldBeTrue();
        response.Headers.GetValues("Set-Cookie").ShouldAllBe(c => c.Contains("secure", StringComparison.OrdinalIgnoreCase) && c.Contains("httponly", StringComparison.OrdinalIgnoreCase));
    }
}
