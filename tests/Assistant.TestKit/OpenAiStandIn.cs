using System.Globalization;
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

    /// <summary>What requests get before <see cref="Reply"/> is given, one each: a reply, or null to be told that the server is busy.</summary>
    public Queue<IReadOnlyList<string?>?> Earlier { get; } = new();

    /// <summary>The wait that a busy server asks for.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Wait before each piece.</summary>
    public TimeSpan Pace { get; set; }

    /// <summary>Token counts sent at the end, as the protocol's "usage"; null for none.</summary>
    public object? Usage { get; set; }

    /// <summary>The models listed at "GET models"; null when the server does not list them.</summary>
    public IReadOnlyList<object>? Models { get; set; }

    public static async Task<OpenAiStandIn> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var standIn = new OpenAiStandIn(app);
        app.MapPost("/v1/chat/completions", standIn.CompleteAsync);
        app.MapGet("/v1/models", () => standIn.Models is { } models ? Results.Json(new { @object = "list", data = models }) : Results.NotFound());
        await app.StartAsync(cancellationToken);
        return standIn;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task CompleteAsync(HttpContext context)
    {
        Requests.Add((await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!);
        var reply = Earlier.TryDequeue(out var earlier) ? earlier : Reply;
        if (reply is null)
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = ((int)RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return;
        }

        context.Response.ContentType = "text/event-stream";
        foreach (var piece in reply)
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
        if (Usage is not null)
        {
            await SendAsync(context, new { id = "chatcmpl-1", @object = "chat.completion.chunk", created = 1, model = "stand-in", choices = Array.Empty<object>(), usage = Usage });
        }

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
