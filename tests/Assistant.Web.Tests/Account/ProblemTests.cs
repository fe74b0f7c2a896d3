using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json.Nodes;
using Assistant.Core.Access;
using Assistant.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Web.Tests.Account;

/// <summary>What people and scripts see when something breaks.</summary>
public sealed class ProblemTests
{
    private const string Secret = "connection string of the database";

    [Fact]
    public async Task Request_ThatFails_ShowsNoDetailAndClosesTheDoor()
    {
        await using var host = new WebHost
        {
            Replace = services =>
            {
                var real = services.Last(s => s.ServiceType == typeof(IUserDirectory));
                services.AddSingleton(provider => Breakable.Wrap((IUserDirectory)ActivatorUtilities.CreateInstance(provider, real.ImplementationType!)));
            },
        };
        using var session = await host.SignInAsync("clara@halden.example");
        ((Breakable)(object)host.Services.GetRequiredService<IUserDirectory>()).Break();

        using var page = await session.Http.GetAsync("/admin/users", TestContext.Current.CancellationToken);
        using var api = await session.Http.GetAsync("/api/antiforgery", TestContext.Current.CancellationToken);

        page.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await WebSession.ParseAsync(page)).QuerySelector("h1")!.TextContent.ShouldBe("Something went wrong");
        api.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        var problem = (await api.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!;
        problem["status"]!.GetValue<int>().ShouldBe(500);
        (await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken) + problem.ToJsonString()).ShouldNotContain(Secret);
    }

    [Fact]
    public async Task Page_ThatDoesNotExist_SaysSoToWhoeverIsSignedIn()
    {
        await using var host = new WebHost();
        using var session = await host.SignInAsync("anna@halden.example");

        using var response = await session.Http.GetAsync("/no/such/page", TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await WebSession.ParseAsync(response)).QuerySelector("h1")!.TextContent.ShouldBe("Page not found");
    }

    /// <summary>A real user directory until it breaks.</summary>
    public class Breakable : DispatchProxy
    {
        private IUserDirectory? real;

        public static IUserDirectory Wrap(IUserDirectory real)
        {
            var proxy = Create<IUserDirectory, Breakable>();
            ((Breakable)(object)proxy).real = real;
            return proxy;
        }

        public void Break() => real = null;

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            real is null ? throw new IOException(Secret) : targetMethod!.Invoke(real, args);
    }
}
