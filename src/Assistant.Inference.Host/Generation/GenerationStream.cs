using Assistant.Inference.Generation;
using Assistant.Inference.Host.Errors;
using Assistant.Inference.Host.Json;

namespace Assistant.Inference.Host.Generation;

/// <summary>
/// An answer as server-sent events. The response starts with the first output, so that a generation that fails before it
/// is an ordinary error. One that fails later ends with an error event and a broken connection, so that no client takes
/// the part for the whole.
/// </summary>
internal sealed class GenerationStream<TEvent>(RunningGeneration generation, ChunkShape<TEvent> shape) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var aborted = httpContext.RequestAborted;
        await using var chunks = generation.ReadAsync(aborted).GetAsyncEnumerator(aborted);
        var any = await chunks.MoveNextAsync();
        if (!any && Refusals.Of(await generation.Summary) is { } failure)
        {
            await failure.ExecuteAsync(httpContext);
            return;
        }

        var events = new EventWriter(httpContext.Response);
        for (; any; any = await chunks.MoveNextAsync())
        {
            await events.WriteAsync(shape.OfChunk(chunks.Current), shape.EventJson, aborted);
        }

        var summary = await generation.Summary;
        if (Refusals.Of(summary) is { } error)
        {
            await events.WriteAsync([error.Body], HostJson.Wire.ErrorBody, aborted);
            throw new InterruptedGenerationException(error.Message);
        }

        await events.WriteAsync(shape.OfEnd(summary), shape.EventJson, aborted);
        await events.EndAsync(aborted);
    }
}
