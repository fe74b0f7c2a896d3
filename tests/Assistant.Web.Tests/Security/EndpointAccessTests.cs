using System.Net;
using Assistant.Web.Tests.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Web.Tests.Security;

/// <summary>Nothing answers without sign-in but what is named here.</summary>
public sealed class EndpointAccessTests(WebHost host)
{
    private static readonly string[] Anonymous = ["/account/login", "/account/set-password", "/health/live", "/health/ready", "/setup"];

    [Fact]
    public void Endpoints_WithoutSignIn_AreExactlyTheNamedOnesAndStaticFiles()
    {
        var open = Endpoints()
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null && e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(Path).Distinct().Order(StringComparer.Ordinal);

        open.ShouldBe(Anonymous);
    }

    [Fact]
    public async Task Endpoints_WithoutSignIn_AnswerWithNothing()
    {
        using var visitor = host.Visit();
        var closed = Endpoints().Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null).ToList();
        closed.Count.ShouldBeGreaterThan(5);

        foreach (var endpoint in closed)
        {
            var path = string.Join('/', Path(endpoint).Split('/').Select(s => s.StartsWith('{') ? Guid.NewGuid().ToString() : s));
            var method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is [var first, ..] ? first : "GET";
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            using var response = await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);

            (response.StatusCode is HttpStatusCode.Unauthorized
                || (response.StatusCode is HttpStatusCode.Redirect && response.Headers.Location!.OriginalString.Contains("/account/login?returnUrl=", StringComparison.Ordinal)))
                .ShouldBeTrue($"{method} {path} answered {response.StatusCode}");
        }
    }

    [Fact]
    public async Task UnknownAddress_WithoutSignIn_LooksLikeAnyOther()
    {
        using var visitor = host.Visit();

        using var response = await visitor.Http.GetAsync("/no/such/page", TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("anna@halden.example", "/admin/documents", HttpStatusCode.Forbidden)]
    [InlineData("anna@halden.example", "/review", HttpStatusCode.Forbidden)]
    [InlineData("dario@halden.example", "/admin/users", HttpStatusCode.Forbidden)]
    [InlineData("clara@halden.example", "/review", HttpStatusCode.Forbidden)]
    [InlineData("clara@halden.example", "/admin/users", HttpStatusCode.OK)]
    [InlineData("dario@halden.example", "/review", HttpStatusCode.OK)]
    [InlineData("elena@halden.example", "/review", HttpStatusCode.OK)]
    public async Task Page_OfARole_OpensForThatRoleOnly(string email, string path, HttpStatusCode expected)
    {
        using var session = await host.SignInAsync(email);

        using var response = await session.Http.GetAsync(path, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(expected);
    }

    private IEnumerable<RouteEndpoint> Endpoints() => host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static string Path(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
}
