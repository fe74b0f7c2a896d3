using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json.Nodes;
using Assistant.Benchmarks.Load;

namespace Assistant.Benchmarks.Drivers;

/// <summary>A server that streams its output as server-sent events with JSON data.</summary>
internal abstract class HttpDriver(Uri address, string? key, string path) : IDriver
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = !address.IsLoopback })
    {
        BaseAddress = address,
        Timeout = Timeout.InfiniteTimeSpan,
        DefaultRequestHeaders = { Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key) },
    };

    public async Task GenerateAsync(LoadRequest request, Recording recording, CancellationToken cancellationToken)
    {
        // With its length: not every server takes a body in chunks.
        using var content = new StringContent(Body(request).ToJsonString(), Encoding.UTF8, "application/json");
        using var message = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new DriverException($"{(int)response.StatusCode} from {path}: {await response.Content.ReadAsStringAsync(cancellationToken)}");
        }

        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellationToken))
        {
            if (item.Data != "[DONE]")
            {
                Read(JsonNode.Parse(item.Data)!, recording);
            }
        }
    }

    public virtual ValueTask DisposeAsync()
    {
        http.Dispose();
        return ValueTask.CompletedTask;
    }

    protected abstract JsonObject Body(LoadRequest request);

    protected abstract void Read(JsonNode item, Recording recording);

    protected static JsonNode PromptOf(LoadRequest request) =>
        request.Prompt.Tokens is { } tokens ? new JsonArray([.. tokens.Select(t => JsonValue.Create(t))]) : JsonValue.Create(request.Prompt.Text!);

    protected static int Count(JsonNode? number) => number is null ? 0 : (int)number;
}
