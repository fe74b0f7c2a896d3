using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assistant.Web.Tests.Hosting;

namespace Assistant.Web.Tests.Health;

public sealed class HealthTests(WebHost host)
{
    [Fact]
    public async Task Live_Always_IsOk()
    {
        using var response = await host.Visit().Http.GetAsync("/health/live", TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Ready_EverythingLoaded_BecomesOkWithNothingMissing()
    {
        using var visitor = host.Visit();

        var body = await ReadyAsync(visitor);

        body["missing"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Detail_ForAnAdministrator_NamesEveryPart()
    {
        using var visitor = host.Visit();
        await ReadyAsync(visitor);
        using var session = await host.SignInAsync("clara@halden.example");

        var body = (await session.Http.GetFromJsonAsync<JsonObject>("/health", TestContext.Current.CancellationToken))!;

        body["parts"]!.AsObject().Select(p => p.Key).ShouldBe(["database", "engine", "index", "policies", "router", "samples"], ignoreOrder: true);
        body["parts"]!["database"]!["status"]!.GetValue<string>().ShouldBe("Healthy");
    }

    [Fact]
    public async Task Detail_ForAnEmployee_IsForbidden()
    {
        using var session = await host.SignInAsync("anna@halden.example");
        using var response = await session.Http.GetAsync("/health", TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<JsonObject> ReadyAsync(WebSession visitor)
    {
        while (true)
        {
            using var response = await visitor.Http.GetAsync("/health/ready", TestContext.Current.CancellationToken);
            var body = (await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!;
            if (response.StatusCode == HttpStatusCode.OK)
            {
                return body;
            }

            response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            body["missing"]!.AsArray().ShouldNotBeEmpty();
            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
        }
    }
}
