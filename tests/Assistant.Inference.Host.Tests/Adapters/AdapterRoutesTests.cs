using System.Net;
using System.Text.Json.Nodes;
using Assistant.Inference.Host.Tests.Hosting;
using Assistant.TestKit.Models;

namespace Assistant.Inference.Host.Tests.Adapters;

public sealed class AdapterRoutesTests : IAsyncLifetime
{
    private TestHost host = null!;

    public async ValueTask InitializeAsync() => host = await TestHost.StartAsync(models => new()
    {
        ["Host:AdapterFolder"] = models.Adapters,
    });

    [Fact]
    public async Task Load_AndDelete_OfAnAdapter_TakeItIntoServiceAndOut()
    {
        var card = await host.PostOkAsync("/v1/adapters", new() { ["name"] = "law@1", ["path"] = "hr.gguf" });
        ((string?)card["kind"]).ShouldBe("adapter");
        ((string?)card["hash"]).ShouldNotBeNull().Length.ShouldBe(64);

        var adapted = await AskAsync("law@1");
        var plain = await AskAsync("base");
        adapted.ShouldNotBe(plain);
        (await AskAsync("law@1*0")).ShouldBe(plain);

        using var deleted = await host.Client.DeleteAsync(new Uri("/v1/adapters/law@1", UriKind.Relative), TestContext.Current.CancellationToken);
        deleted.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var gone = await host.PostAsync("/v1/chat/completions", Question("law@1").ToJsonString());
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("base", "hr.gguf", "name")]
    [InlineData("tiny", "hr.gguf", "name")]
    [InlineData("a+b", "hr.gguf", "name")]
    [InlineData("a@1", "", "path")]
    [InlineData("a@1", "../tiny.gguf", "path")]
    [InlineData("a@1", "missing.gguf", "path")]
    public async Task Load_OfAWrongRequest_IsRefused(string name, string path, string field)
    {
        using var response = await host.PostAsync("/v1/adapters", new JsonObject { ["name"] = name, ["path"] = path }.ToJsonString());

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        ((string?)JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["error"]!["param"]).ShouldBe(field);
    }

    [Fact]
    public async Task Load_OfABaseModelOrAnotherShape_IsRefusedAndTheHostLives()
    {
        File.Copy(host.Models.Base, Path.Combine(host.Models.Adapters, "base.gguf"));
        TinyAdapter.Write(Path.Combine(host.Models.Adapters, "wide.gguf"), TestModels.BaseOptions with { Embedding = 128 });

        foreach (var path in new[] { "base.gguf", "wide.gguf" })
        {
            using var response = await host.PostAsync("/v1/adapters", new JsonObject { ["name"] = "odd@1", ["path"] = path }.ToJsonString());
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("invalid_adapter");
        }

        (await AskAsync("base")).ShouldNotBeNull();
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private static JsonObject Question(string model) => new()
    {
        ["model"] = model,
        ["messages"] = new JsonArray(new JsonObject { ["role"] = "user", ["content"] = "What is the notice period?" }),
        ["temperature"] = 0,
        ["max_tokens"] = 24,
    };

    private async Task<string?> AskAsync(string model) => (string?)(await host.PostOkAsync("/v1/chat/completions", Question(model)))["choices"]![0]!["message"]!["content"];
}
