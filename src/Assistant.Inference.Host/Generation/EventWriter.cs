using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Assistant.Inference.Host.Generation;

/// <summary>Server-sent events with JSON data, in the form of OpenAI's streams.</summary>
internal sealed class EventWriter
{
    private readonly PipeWriter body;

    public EventWriter(HttpResponse response)
    {
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "no-cache";
        response.Headers["X-Accel-Buffering"] = "no"; // a proxy that buffers would hold tokens back
        body = response.BodyWriter;
    }

    /// <summary>Writes the events and sends them off.</summary>
    public async Task WriteAsync<T>(IEnumerable<T> events, JsonTypeInfo<T> json, CancellationToken cancellationToken)
    {
        var any = false;
        foreach (var item in events)
        {
            Append("data: "u8);
            Append(JsonSerializer.SerializeToUtf8Bytes(item, json));
            Append("\n\n"u8);
            any = true;
        }

        if (any)
        {
            await body.FlushAsync(cancellationToken);
        }
    }

    public async Task EndAsync(CancellationToken cancellationToken)
    {
        Append("data: [DONE]\n\n"u8);
        await body.FlushAsync(cancellationToken);
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(body.GetSpan(bytes.Length));
        body.Advance(bytes.Length);
    }
}
