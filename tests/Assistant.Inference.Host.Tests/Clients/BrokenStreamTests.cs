using System.ClientModel;
using Assistant.Inference.Generation;
using Assistant.Inference.Host.Chat;
using Assistant.Inference.Host.Generation;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using OpenAI;
using OpenAI.Chat;

namespace Assistant.Inference.Host.Tests.Clients;

/// <summary>What clients make of a generation that fails in the middle, sent over a real connection.</summary>
public sealed class BrokenStreamTests : IAsyncLifetime
{
    private readonly WebApplication app = Build();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await app.StartAsync(Token);

    [Fact]
    public async Task DotNetClient_OfAFailureAfterAToken_GetsTheTokenAndAnException()
    {
        var client = new ChatClient("base", new ApiKeyCredential("any"), new OpenAIClientOptions { Endpoint = new Uri(app.Urls.Single() + "/v1") });
        var text = "";

        await Should.ThrowAsync<Exception>(async () =>
        {
            await foreach (var update in client.CompleteChatStreamingAsync([new UserChatMessage("?")], cancellationToken: Token))
            {
                text += string.Concat(update.ContentUpdate.Select(p => p.Text));
            }
        });

        text.ShouldBe("Half an");
    }

    [Fact]
    public Task NpmClient_OfAFailureAfterAToken_GetsTheTokenAndTheError() => NpmClient.RunAsync("broken", new Uri(app.Urls.Single()), "any");

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapPost("/v1/chat/completions", () =>
        {
            var generation = new RunningGeneration(() => 0);
            generation.Write(new("Half an", []));
            generation.Finish(new(FinishReason.Failed, 1, 0, 1, 0, 0, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, "lost the device"));
            return new GenerationStream<ChatCompletionChunk>(generation, new ChatAnswer(new("chatcmpl-1", 0, "base", "fp_1"), readCalls: false, includeUsage: false));
        });
        return app;
    }
}
