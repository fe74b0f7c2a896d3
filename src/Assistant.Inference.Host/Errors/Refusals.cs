using Assistant.Inference.Generation;

namespace Assistant.Inference.Host.Errors;

/// <summary>The engine's refusals and failures as HTTP errors.</summary>
internal static class Refusals
{
    public const string QueueLengthHeader = "x-queue-length";

    public static ApiError Of(Submission.Refused refused, HttpResponse response)
    {
        if (refused.Reason == RefusalReason.QueueFull)
        {
            response.Headers[QueueLengthHeader] = refused.QueueLength.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return refused.Reason switch
        {
            RefusalReason.QueueFull => new(StatusCodes.Status429TooManyRequests, refused.Message, "rate_limit_error", null, "queue_full", refused.RetryAfter),
            RefusalReason.UnknownAdapter => ApiError.ModelNotFound(refused.Message),
            RefusalReason.PromptTooLong => ApiError.Invalid(null, refused.Message, "context_length_exceeded"),
            RefusalReason.Stopped => ApiError.Unavailable(refused.Message, "engine_stopped"),
            _ => ApiError.Invalid(null, refused.Message),
        };
    }

    /// <summary>Null when the generation ended well: at its own end, at the token limit, or at its deadline with a part of the answer.</summary>
    public static ApiError? Of(GenerationSummary summary) => summary.Reason switch
    {
        FinishReason.Failed => new(StatusCodes.Status500InternalServerError, $"The engine failed: {summary.Failure}", "server_error", null, "engine_failed"),
        FinishReason.Cancelled => ApiError.Unavailable("The generation was cancelled because the server stops.", "engine_stopped"),
        FinishReason.Deadline when summary.GeneratedTokens == 0 =>
            new(StatusCodes.Status504GatewayTimeout, "The deadline passed before the first token.", "server_error", "deadline_ms", "deadline_exceeded"),
        _ => null,
    };
}
