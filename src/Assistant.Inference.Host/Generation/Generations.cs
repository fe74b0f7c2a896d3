using System.Globalization;
using Assistant.Inference.Generation;
using Assistant.Inference.Host.Errors;

namespace Assistant.Inference.Host.Generation;

/// <summary>Hands requests to the engine and turns the outcome into a response.</summary>
internal static class Generations
{
    public const string QueuePositionHeader = "x-queue-position";

    /// <summary>The answer, streamed or whole, or why there is none. It is cancelled when the client goes away.</summary>
    /// <param name="whole">The response for the finished output.</param>
    public static async Task<IResult> AnswerAsync<TEvent, TAnswer>(
        InferenceEngine engine,
        GenerationRequest request,
        bool stream,
        ChunkShape<TEvent> events,
        Func<IReadOnlyList<GenerationChunk>, GenerationSummary, TAnswer> whole,
        HttpContext context)
    {
        var submission = engine.Submit(request, context.RequestAborted);
        if (submission is not Submission.Accepted { Generation: var generation })
        {
            return Refusals.Of((Submission.Refused)submission, context.Response);
        }

        context.Response.Headers[QueuePositionHeader] = generation.QueuePosition.ToString(CultureInfo.InvariantCulture);
        return stream
            ? new GenerationStream<TEvent>(generation, events)
            : await WholeAsync(generation, whole, context.RequestAborted);
    }

    public static async Task<IResult> WholeAsync<TAnswer>(RunningGeneration generation, Func<IReadOnlyList<GenerationChunk>, GenerationSummary, TAnswer> whole, CancellationToken cancellationToken)
    {
        var chunks = await generation.ReadAsync(cancellationToken).ToListAsync(cancellationToken);
        var summary = await generation.Summary;
        cancellationToken.ThrowIfCancellationRequested();
        return (IResult?)Refusals.Of(summary) ?? TypedResults.Ok(whole(chunks, summary));
    }
}
