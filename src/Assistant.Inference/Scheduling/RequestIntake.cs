using Assistant.Inference.Adapters;
using Assistant.Inference.Generation;
using Assistant.Inference.Grammar;
using Assistant.Inference.Sampling;
using Assistant.Inference.Status;

namespace Assistant.Inference.Scheduling;

/// <summary>Checks requests before they reach the engine's thread, and queues them. Safe from any thread.</summary>
internal sealed class RequestIntake(
    AdapterPool pool, EngineLoop loop, TokenPieces pieces, EngineStatistics statistics, TimeProvider time, int vocabularySize, int contextTokens)
{
    public const int MostTopLogprobs = 20;

    public Submission Submit(GenerationRequest request, CancellationToken cancellationToken)
    {
        if (Check(request) is { } refused)
        {
            return refused;
        }

        if (pool.TryLease(request.Adapters, out var unknown) is not { } lease)
        {
            return new Submission.Refused(RefusalReason.UnknownAdapter, $"There is no adapter \"{unknown}\". Load it, or ask for one of the list of models.");
        }

        ActiveRequest? active = null;
        var generation = new RunningGeneration(() => loop.Queue.PositionOf(active!));
        active = new ActiveRequest(request, generation, lease, new OutputText(pieces, request.Stop), time.GetTimestamp());
        active.Registration = cancellationToken.Register(() =>
        {
            active.Cancel();
            loop.Wake();
        });
        if (!loop.TryEnqueue(active))
        {
            active.Registration.Dispose();
            lease.Dispose();
            statistics.CountRefusal();
            var waiting = loop.Queue.Count;
            return loop.IsStopped
                ? new Submission.Refused(RefusalReason.Stopped, "The engine is shutting down.")
                : new Submission.Refused(RefusalReason.QueueFull, $"{waiting} requests are waiting already; try again later.", waiting, loop.ExpectedWait());
        }

        return new Submission.Accepted(generation);
    }

    private Submission.Refused? Check(GenerationRequest request)
    {
        var sampling = request.Sampling;
        if (request.Prompt.Count == 0)
        {
            return Invalid("The prompt is empty.");
        }

        if (request.Prompt.Any(t => t < 0 || t >= vocabularySize))
        {
            return Invalid($"The prompt has token ids outside the vocabulary of {vocabularySize}.");
        }

        if (request.Prompt.Count >= contextTokens)
        {
            return new Submission.Refused(
                RefusalReason.PromptTooLong, $"The prompt has {request.Prompt.Count} tokens; prompt and answer together may have {contextTokens}. Shorten it.");
        }

        if (request.MaxTokens < 1)
        {
            return Invalid($"max_tokens is {request.MaxTokens}; it must be at least 1.");
        }

        if (request.TopLogprobs is < 0 or > MostTopLogprobs)
        {
            return Invalid($"top_logprobs is {request.TopLogprobs}; it must be between 0 and {MostTopLogprobs}.");
        }

        if (request.Adapters.FirstOrDefault(a => !float.IsFinite(a.Scale)) is { } odd)
        {
            return Invalid($"The scale of adapter {odd.Name} is not a number.");
        }

        return Check(sampling);
    }

    private Submission.Refused? Check(SamplingParameters sampling)
    {
        (string Name, float Value, float Least, float Most)[] ranges =
        [
            ("temperature", sampling.Temperature, 0, 10),
            ("top_p", sampling.TopP, 0, 1),
            ("min_p", sampling.MinP, 0, 1),
            ("repeat_penalty", sampling.RepeatPenalty, 0.01f, 10),
            ("frequency_penalty", sampling.FrequencyPenalty, -10, 10),
            ("presence_penalty", sampling.PresencePenalty, -10, 10),
        ];
        foreach (var (name, value, least, most) in ranges)
        {
            if (!(value >= least && value <= most))
            {
                return Invalid(FormattableString.Invariant($"{name} is {value}; it must be between {least} and {most}."));
            }
        }

        if (sampling.LogitBias?.Any(b => b.Key < 0 || b.Key >= vocabularySize || !float.IsFinite(b.Value)) == true)
        {
            return Invalid($"logit_bias names a token outside the vocabulary of {vocabularySize}, or a value that is not a number.");
        }

        return sampling.Grammar is { } grammar && GbnfValidator.Validate(grammar, GrammarLimits.Default) is { IsValid: false, Problem: var problem }
            ? Invalid($"The grammar is not valid at line {problem.Line}, column {problem.Column}: {problem.Message}")
            : null;
    }

    private static Submission.Refused Invalid(string message) => new(RefusalReason.InvalidRequest, message);
}
