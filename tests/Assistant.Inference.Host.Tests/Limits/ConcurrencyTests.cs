using System.Net;
using System.Text.Json.Nodes;
using Assistant.Inference.Host.Tests.Hosting;

namespace Assistant.Inference.Host.Tests.Limits;

/// <summary>A host that takes one request at a time.</summary>
public sealed class ConcurrencyTests : IAsyncLifetime
{
    private TestHost host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => host = await TestHost.StartAsync(models => new(LongRequest.Settings(models)) { ["Host:MaxConcurrentRequests"] = "1" });

    [Fact]
    public async Task Request_OfOneTooMany_Is429WhileHealthStaysReachable()
    {
        using var running = await LongRequest.StartAsync(host, Token);

        using var refused = await host.Client.GetAsync(new Uri("/v1/models", UriKind.Relative), Token);
        using var health = await host.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), Token);

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        ((string?)JsonNode.Parse(await refused.Content.ReadAsStringAsync(Token))!["error"]!["code"]).ShouldBe("too_many_requests");
        health.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
