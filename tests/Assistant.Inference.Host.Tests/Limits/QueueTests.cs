using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Assistant.Inference.Host.Tests.Hosting;

namespace Assistant.Inference.Host.Tests.Limits;

/// <summary>A host that computes one request and lets one wait.</summary>
public sealed class QueueTests : IAsyncLifetime
{
    private TestHost host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => host = await TestHost.StartAsync(models => new(LongRequest.Settings(models))
    {
        ["Inference:MaxRunning"] = "1",
        ["Inference:MaxQueue"] = "1",
        ["Inference:CachedPrefixes"] = "1",
    });

    [Fact]
    public async Task Chat_OfOneTooMany_Is429AndSaysHowLongTheQueueIs()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        using var running = await LongRequest.StartAsync(host, stop.Token);
        int.Parse(running.Headers.GetValues("x-queue-position").Single(), CultureInfo.InvariantCulture).ShouldBeInRange(0, 1);
        await UntilAsync(status => (int)status["running"]! == 1);
        var waiting = LongRequest.StartAsync(host, stop.Token);
        await UntilAsync(status => (int)status["waiting"]! == 1);

        using var refused = await host.PostAsync("/v1/chat/completions", LongRequest.Body().ToJsonString());

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.GetValues("x-queue-length").ShouldBe(["1"]);
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
        ((string?)JsonNode.Parse(await refused.Content.ReadAsStringAsync(Token))!["error"]!["code"]).ShouldBe("queue_full");

        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(waiting);
    }

    [Fact]
    public async Task Chat_OfAClientThatGoesAway_IsCancelledAndTheNextIsServed()
    {
        using (await LongRequest.StartAsync(host, Token))
        {
            await UntilAsync(status => (int)status["running"]! == 1);
        }

        await UntilAsync(status => (int)status["running"]! == 0 && (long)status["counters"]!["cancelled"]! == 1);

        var next = await host.PostOkAsync("/v1/completions", new() { ["model"] = "base", ["prompt"] = "next", ["max_tokens"] = 2 });
        ((int)next["usage"]!["completion_tokens"]!).ShouldBeInRange(1, 2);
    }

    [Fact]
    public async Task Chat_WhoseDeadlinePassesInTheQueue_Is504()
    {
        using var running = await LongRequest.StartAsync(host, Token);
        var late = LongRequest.Body();
        late["deadline_ms"] = 1;
        late["stream"] = false;

        using var response = await host.PostAsync("/v1/chat/completions", late.ToJsonString());

        response.StatusCode.ShouldBe(HttpStatusCode.GatewayTimeout);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private async Task UntilAsync(Func<JsonNode, bool> condition)
    {
        var tries = 0;
        while (!condition(await host.GetAsync("/status")))
        {
            tries++.ShouldBeLessThan(2_000);
            await Task.Delay(20, Token);
        }
    }
}
