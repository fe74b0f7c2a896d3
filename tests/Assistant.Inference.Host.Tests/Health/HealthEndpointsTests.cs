using Assistant.Inference.Host.Tests.Hosting;

namespace Assistant.Inference.Host.Tests.Health;

public sealed class HealthEndpointsTests(SharedHost shared)
{
    [Fact]
    public async Task Health_WhenReady_NamesBackendDevicesAndModels()
    {
        var health = await shared.Host.GetAsync("/health");

        ((string?)health["state"]).ShouldBe("ready");
        ((string?)health["runtime"]!["backend"]).ShouldBe("cpu");
        health["runtime"]!["devices"]!.AsArray().ShouldNotBeEmpty();
        ((string?)health["model"]!["name"]).ShouldBe("tiny");
    }

    [Fact]
    public async Task Status_AfterARequest_CountsIt()
    {
        await shared.Host.PostOkAsync("/v1/completions", new() { ["model"] = "hr@3", ["prompt"] = "a", ["max_tokens"] = 1 });

        var status = await shared.Host.GetAsync("/status");

        ((long)status["counters"]!["generated_tokens"]!).ShouldBeGreaterThan(0);
        status["traffic"]!.AsArray().Select(t => (string?)t!["adapters"]).ShouldContain("hr@3");
    }

    [Fact(Timeout = 30_000)]
    public async Task Metrics_AfterARequest_AreInPrometheusFormat()
    {
        await shared.Host.PostOkAsync("/v1/completions", new() { ["model"] = "base", ["prompt"] = "a", ["max_tokens"] = 1 });

        // The engine publishes its figures a moment after the answer has gone out.
        string metrics;
        do
        {
            metrics = await shared.Host.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);
        }
        while (!metrics.Contains("assistant_inference_adapter_requests_total{", StringComparison.Ordinal));

        metrics.ShouldContain("# TYPE assistant_inference_tokens_generated_total counter");
        metrics.ShouldContain("assistant_inference_ready");
    }
}
