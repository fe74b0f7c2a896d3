using Assistant.Inference.Cache;
using Assistant.Inference.Runtime;
using Assistant.Inference.Speculation;
using Assistant.Inference.Status;

namespace Assistant.Inference.Scheduling;

/// <summary>Decides which waiting requests start, and sets the youngest back when room runs out. Used by the engine's thread.</summary>
internal sealed class Admission(
    IRuntimeModel model,
    IRuntimeContext context,
    FairQueue queue,
    GroupRotation groups,
    PrefixCache cache,
    SequenceIds sequences,
    EngineStatistics statistics,
    TimeProvider time,
    int maxRunning)
{
    // Room left for the next tokens of each running request when another one is started.
    private const int Headroom = 16;

    // A prefix that another request is just computing is worth waiting for from this length on.
    private const int WorthWaiting = 64;

    private long admissions;

    /// <summary>Starts waiting requests while there is room.</summary>
    public void Admit()
    {
        while (queue.Count > 0 && groups.RunningCount < maxRunning && queue.TryTake(RunningOf, MayStart) is { } request)
        {
            Start(request);
        }
    }

    /// <summary>Sets a running request back: what it computed becomes a kept prefix, which can be evicted.</summary>
    public void Preempt(ActiveRequest request)
    {
        statistics.CountPreemption();
        groups.Remove(request);
        cache.Keep(request.Entry!, request.Tokens[..request.Computed]);
        (request.Entry, request.Computed) = (null, 0);
        queue.Return(request);
    }

    private int RunningOf(string user) => groups.Running.Count(r => r.Request.User == user);

    private bool MayStart(ActiveRequest request)
    {
        if (groups.RunningCount == 0)
        {
            return true;
        }

        var known = cache.Peek(request.Adapters.Key, request.Tokens);
        return !IsBeingComputed(request, known) && HasRoom(request);
    }

    /// <summary>True while another request computes a longer common prefix than is known already.</summary>
    private bool IsBeingComputed(ActiveRequest request, int known)
    {
        foreach (var other in groups.Running.Where(r => !r.IsDecoding && r.Adapters.Key == request.Adapters.Key))
        {
            if (other.Tokens.CommonPrefixLength(request.Tokens) - known >= WorthWaiting)
            {
                return true;
            }
        }

        return false;
    }

    private bool HasRoom(ActiveRequest request)
    {
        var shared = cache.SharedWithRunning(request.Adapters.Key, request.Tokens);
        var taken = cache.RunningCells + groups.Running.Sum(r => r.Tokens.Length - r.Entry!.Length + Headroom);
        return taken + request.Tokens.Length - shared + Headroom <= context.Cells;
    }

    private void Start(ActiveRequest request)
    {
        int? sequence;
        while ((sequence = sequences.TryTake()) is null && cache.EvictOldest())
        {
            // A kept prefix gives up its sequence.
        }

        // The last token is always computed: its logits are needed.
        (request.Entry, request.Computed) = cache.Start(
            request.Adapters.Key, request.Tokens[..^1], sequence ?? throw new InvalidOperationException("More requests run than the context has sequences."));
        request.Reused ??= request.Computed;
        request.StartedAt = request.StartedAt == 0 ? time.GetTimestamp() : request.StartedAt;
        request.Admission = ++admissions;
        if (request.Sampler is null)
        {
            Prepare(request);
        }

        groups.Add(request);
    }

    private void Prepare(ActiveRequest request)
    {
        var settings = request.Request.Sampling;
        request.Sampler = model.CreateSampler(settings);
        if (settings.HasPenalties)
        {
            foreach (var token in request.Request.Prompt.TakeLast(settings.PenaltyTokens))
            {
                request.Sampler.AcceptPrompt(token);
            }
        }

        if (request.Request.PromptLookup)
        {
            request.Lookup = new PromptLookup();
            foreach (var token in request.Request.Prompt)
            {
                request.Lookup.Append(token);
            }
        }
    }
}
