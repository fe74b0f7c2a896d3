using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Assistant.Inference.Host.Lifetime;
using Microsoft.AspNetCore.Builder;

namespace Assistant.Inference.Host.Tests.Hosting;

/// <summary>The host in this process, on a port of its own, with test models.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private TestHost(WebApplication app, TestModels models, HttpClient client)
    {
        this.app = app;
        Models = models;
        Client = client;
    }

    public TestModels Models { get; }

    /// <summary>A client with the key given at the start, if any.</summary>
    public HttpClient Client { get; }

    public Uri Address => Client.BaseAddress!;

    /// <summary>Starts the host and waits until it is ready.</summary>
    public static async Task<TestHost> StartAsync(Func<TestModels, Dictionary<string, string>>? settings = null, string? key = null)
    {
        var models = new TestModels();
        Dictionary<string, string> all = new()
        {
            ["Inference:Model"] = models.Base,
            ["Inference:Backend"] = "cpu",
            ["Inference:Threads"] = "1",
            ["Inference:ContextTokens"] = "8192",
            ["Inference:HostCacheMegabytes"] = "16",
        };
        foreach (var (name, value) in settings?.Invoke(models) ?? [])
        {
            all[name] = value;
        }

        var app = InferenceHost.Build(["--urls=http://127.0.0.1:0", .. all.Select(s => $"--{s.Key}={s.Value}")]);
        await app.StartAsync();
        var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        if (key is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        var host = new TestHost(app, models, client);
        await host.WaitUntilReadyAsync();
        return host;
    }

    public Task<HttpResponseMessage> PostAsync(string path, string json) =>
        Client.PostAsync(new Uri(path, UriKind.Relative), new StringContent(json, Encoding.UTF8, "application/json"));

    public async Task<JsonNode> PostOkAsync(string path, JsonObject body)
    {
        using var response = await PostAsync(path, body.ToJsonString());
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonNode.Parse(text)!;
    }

    public async Task<JsonNode> GetAsync(string path) => (await Client.GetFromJsonAsync<JsonNode>(new Uri(path, UriKind.Relative)))!;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        Models.Dispose();
    }

    private async Task WaitUntilReadyAsync()
    {
        while (true)
        {
            using var response = await Client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            if (response.IsSuccessStatusCode)
            {
                return;
            }

            var health = await GetAsync("/health");
            ((string?)health["state"]).ShouldNotBe("failed", (string?)health["reason"]);
            await Task.Delay(20);
        }
    }
}
