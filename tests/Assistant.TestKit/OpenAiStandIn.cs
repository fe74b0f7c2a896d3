using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Assistant.TestKit;

/// <summary>A local server that speaks the streaming chat protocol of OpenAI-compatible servers and says what a test tells it to.</summary>
public sealed class OpenAiStandIn : IAsyncDisposable
{
    private readonly WebApplication app;

    private OpenAiStandIn(WebApplication app) => this.app = app;

    /// <summary>Base URL for clients, with the "/v1" part.</summary>
    public Uri Endpoint => new(app.Urls.First() + "/v1");

    /// <summary>The request bodies received, in order.</summary>
    public List<JsonNode> Requests { get; } = [];

    /// <summary>The pieces that the next answers stream. A null piece breaks the connection off.</summary>
    public IReadOnlyList<string?> Reply { get; set; } = ["Hello."];

    /// <summary>Wait before each piece.</summary>
    public TimeSpan Pace { get; set; }

    public static async Task<OpenAiStandIn> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var standIn = new OpenAiStandIn(app);
        app.MapPost("/v1/chat/completions", standIn.CompleteAsync);
        await app.StartAsync(cancellationToken);
        return standIn;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task CompleteAsync(HttpContext context)
    {
        Requests.Add((await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!);
        context.Response.ContentType = "text/event-stream";
        foreach (var piece in Reply)
        {
            await Task.Delay(Pace, context.RequestAborted);
            if (piece is null)
            {
                context.Abort();
                return;
            }

            await SendAsync(context, Chunk(piece, finish: null));
        }

        await SendAsync(context, Chunk("", finish: "stop"));
        await context.Response.WriteAsync("data: [DONE]\n\n", context.RequestAborted);
    }

    private static async Task SendAsync(HttpContext context, object chunk)
    {
        await context.Response.WriteAsync($"data: {JsonSerializer.Serialize(chunk)}\n\n", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    private static object Chunk(string content, string? finish) => new
    {
        id = "chatcmpl-1",
        @object = "chat.completion.chunk",
        created = 1,
        model = "stand-in",
        choices = new[] { new { index = 0, delta = new { role = "assistant", content }, finish_reason = finish } },
    };
}
