using Assistant.Inference.Cache;
using Assistant.Inference.Generation;
using Assistant.Inference.Status;

namespace Assistant.Inference.Scheduling;

/// <summary>Ends requests, running or waiting: keeps what was computed, frees what they held, reports. Used by the engine's thread.</summary>
internal sealed class Completion(GroupRotation groups, PrefixCache cache, EngineStatistics statistics, TimeProvider time)
{
    public void End(ActiveRequest request, FinishReason reason, string? failure = null)
    {
        if (request.Entry is { } entry)
        {
            groups.Remove(request);
            if (reason == FinishReason.Failed)
            {
                cache.Drop(entry);
            }
            else
            {
                cache.Keep(entry, request.Tokens[..request.Computed]);
            }
        }

        request.Registration.Dispose();
        request.Sampler?.Dispose();
        if (request.Output.Flush() is { Length: > 0 } rest && reason is FinishReason.Stop or FinishReason.Length)
        {
            request.Generation.Write(new GenerationChunk(rest, []));
        }

        var summary = Summarize(request, reason, failure);
        statistics.Count(request.Adapters.Name, summary);
        request.Adapters.Dispose();
        request.Generation.Finish(summary);
    }

    private GenerationSummary Summarize(ActiveRequest request, FinishReason reason, string? failure)
    {
        var now = time.GetTimestamp();
        return new GenerationSummary(
            reason,
            request.Request.Prompt.Count,
            request.Reused ?? 0,
            request.Generated,
            request.Drafted,
            request.Accepted,
            time.GetElapsedTime(request.SubmittedAt, request.StartedAt == 0 ? now : request.StartedAt),
            request.FirstTokenAt == 0 ? TimeSpan.Zero : time.GetElapsedTime(request.SubmittedAt, request.FirstTokenAt),
            time.GetElapsedTime(request.SubmittedAt, now),
            failure);
    }
}
