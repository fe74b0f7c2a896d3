using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Assistant.Inference.StandIn;

/// <summary>The engine's HTTP side.</summary>
internal sealed class EngineServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string behaviour;

    private EngineServer(WebApplication app, string behaviour) => (this.app, this.behaviour) = (app, behaviour);

    public string Url => app.Urls.First();

    public static async Task<EngineServer> StartAsync(string behaviour)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new EngineServer(builder.Build(), behaviour);
        server.app.MapGet("/health", () => Results.Json(new { state = behaviour == "loading" ? "loading" : "ready" }));
        server.app.MapGet("/status", server.Status);
        server.app.MapGet("/v1/models", () => Results.Json(new { @object = "list", data = new[] { new { id = "stand-in-7b", kind = "base", hash = new string('a', 64) } } }));
        server.app.MapPost("/v1/chat/completions", server.CompleteAsync);
        await server.app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private IResult Status(HttpContext context) =>
        IsKey(context, "Host__AdminKeys__0") ? Results.Text(EngineStatusSample.Json, "application/json") : Results.Unauthorized();

    private async Task CompleteAsync(HttpContext context)
    {
        if (!IsKey(context, "Host__ApiKeys__0"))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        Script.NoteRequest();
        context.Response.ContentType = "text/event-stream";
        if (behaviour != "wait")
        {
            await SendAsync(context, "The badge for visitors of the observatory has the colour turquoise. [1] The badge");
        }

        if (behaviour != "answer")
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }

        await SendAsync(context, " for visitors of the observatory is returned at the gate. [1]");
        await context.Response.WriteAsync("""data: {"id":"1","object":"chat.completion.chunk","created":1,"model":"base","choices":[],"usage":{"prompt_tokens":90,"completion_tokens":30,"total_tokens":120,"prompt_tokens_details":{"cached_tokens":60}}}""" + "\n\ndata: [DONE]\n\n", context.RequestAborted);
    }

    private static bool IsKey(HttpContext context, string variable) =>
        context.Request.Headers.Authorization == $"Bearer {Environment.GetEnvironmentVariable(variable)}";

    private static async Task SendAsync(HttpContext context, string content)
    {
        var chunk = new { id = "1", @object = "chat.completion.chunk", created = 1, model = "base", choices = new[] { new { index = 0, delta = new { role = "assistant", content } } } };
        await context.Response.WriteAsync($"data: {JsonSerializer.Serialize(chunk)}\n\n", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }
}
