using System.Collections.Concurrent;
using Assistant.Inference.Adapters;
using Assistant.Inference.Cache;
using Assistant.Inference.Generation;
using Assistant.Inference.Runtime;
using Assistant.Inference.Sampling;
using Assistant.Inference.Status;
using Microsoft.Extensions.Logging;

namespace Assistant.Inference.Scheduling;

/// <summary>
/// The engine's one thread: it owns the context. Each round takes in what changed, starts waiting requests, picks an
/// adapter group and computes one step of it.
/// </summary>
internal sealed class EngineLoop : IDisposable
{
    private readonly InferenceOptions options;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly FairQueue queue = new();
    private readonly ConcurrentQueue<Action> commands = new();
    private readonly AutoResetEvent wake = new(false);
    private readonly CancellationTokenSource stopping = new();
    private readonly PrefixCache cache;
    private readonly GroupRotation groups;
    private readonly StepRunner runner;
    private readonly TokenReceiver receiver;
    private readonly Admission admission;
    private readonly Completion completion;
    private readonly EngineStatistics statistics;
    private readonly Thread thread;
    private long snapshotAt;

    /// <param name="mixesPrompts">Next tokens are computed along with prompts: right for a GPU.</param>
    public EngineLoop(
        IRuntimeModel model, IRuntimeContext context, TokenPieces pieces, int contextTokens, bool mixesPrompts, int cachedPrefixes, InferenceOptions options, EngineStatistics statistics, TimeProvider time, ILogger logger)
    {
        (this.options, this.statistics, this.time, this.logger) = (options, statistics, time, logger);
        var sequences = new SequenceIds(context.MaxSequences);
        cache = new PrefixCache(context, sequences, cachedPrefixes, (long)options.HostCacheMegabytes << 20);
        groups = new GroupRotation(time, TimeSpan.FromMilliseconds(options.QuantumMilliseconds), TimeSpan.FromMilliseconds(options.LongestWaitMilliseconds));
        admission = new Admission(model, context, queue, groups, cache, sequences, statistics, time, options.MaxRunning);
        completion = new Completion(groups, cache, statistics, time);
        runner = new StepRunner(context, cache, new StepPlanner(options.PrefillChunk, mixesPrompts), groups, admission.Preempt);
        receiver = new TokenReceiver(context, model.Vocabulary, pieces, contextTokens, time);
        thread = new Thread(Run) { Name = "inference", IsBackground = true };
        Publish();
    }

    /// <summary>What the loop last published; safe from any thread.</summary>
    public LoopSnapshot Snapshot { get; private set; } = LoopSnapshot.Empty;

    public FairQueue Queue => queue;

    public bool IsStopped => stopping.IsCancellationRequested;

    public void Start() => thread.Start();

    /// <returns>False when the queue is full.</returns>
    public bool TryEnqueue(ActiveRequest request)
    {
        // A free place takes the request at once: only what waits counts against the queue.
        var free = Math.Max(0, options.MaxRunning - groups.RunningCount);
        if (stopping.IsCancellationRequested || !queue.TryEnqueue(request, options.MaxQueue + free))
        {
            return false;
        }

        wake.Set();
        return true;
    }

    public void Wake() => wake.Set();

    /// <summary>When a place in the queue is likely free, from the time that requests took so far.</summary>
    public TimeSpan ExpectedWait()
    {
        var counters = Snapshot.Counters;
        var perRequest = counters.Requests == 0 ? 1 : counters.BusySeconds / counters.Requests;
        return TimeSpan.FromSeconds(Math.Clamp(Math.Ceiling(perRequest), 1, 60));
    }

    /// <summary>Frees an adapter's weights and everything computed with them.</summary>
    public void Free(PooledAdapter adapter) => Post(() =>
    {
        runner.ReleaseAdapters();
        cache.Forget(key => key.Contains(adapter.Hash, StringComparison.Ordinal));
        adapter.Weights.Dispose();
    });

    public void Dispose()
    {
        stopping.Cancel();
        wake.Set();
        if (thread.IsAlive)
        {
            thread.Join();
        }

        while (commands.TryDequeue(out var command))
        {
            command();
        }

        wake.Dispose();
        stopping.Dispose();
    }

    private void Post(Action command)
    {
        commands.Enqueue(command);
        wake.Set();
    }

    private void Run()
    {
        while (!stopping.IsCancellationRequested)
        {
            while (commands.TryDequeue(out var command))
            {
                command();
            }

            EndOverdue();
            admission.Admit();
            if (groups.Next() is not { } group)
            {
                Publish();
                wake.WaitOne(TimeSpan.FromMilliseconds(250));
                continue;
            }

            Step(group);
            if (time.GetElapsedTime(snapshotAt) > TimeSpan.FromMilliseconds(200))
            {
                Publish();
            }
        }

        foreach (var request in groups.Running.Concat(queue.TakeAll(_ => true)).ToList())
        {
            completion.End(request, FinishReason.Cancelled);
        }

        Publish();
    }

    private void EndOverdue()
    {
        var now = time.GetUtcNow();
        foreach (var request in groups.Running.Where(IsOver).ToList())
        {
            completion.End(request, ReasonOf(request));
        }

        foreach (var request in queue.Count == 0 ? [] : queue.TakeAll(IsOver))
        {
            completion.End(request, ReasonOf(request));
        }

        bool IsOver(ActiveRequest request) => request.IsCancelled || request.Request.Deadline <= now;
        static FinishReason ReasonOf(ActiveRequest request) => request.IsCancelled ? FinishReason.Cancelled : FinishReason.Deadline;
    }

    private void Step(RequestGroup group)
    {
        var began = time.GetTimestamp();
        try
        {
            if (runner.Run(group) is { } plan)
            {
                Receive(plan);
            }
        }
        catch (RuntimeException e)
        {
            Log.StepFailed(logger, e);
            foreach (var request in runner.Tried.ToList())
            {
                completion.End(request, FinishReason.Failed, e.Message);
            }
        }

        var elapsed = time.GetElapsedTime(began);
        groups.Charge(group, elapsed);
        statistics.CountStep(elapsed);
    }

    private void Receive(StepPlan plan)
    {
        foreach (var part in plan.Parts)
        {
            var end = receiver.Receive(part);
            if (part.Request.Generated <= 1 || part.LogitsAt is null)
            {
                cache.Extend(part.Request.Entry!, part.Request.Tokens[..part.Request.Computed]);
            }

            if (end is { } reason)
            {
                completion.End(part.Request, reason);
            }
            else if (part.Request.IsDecoding)
            {
                groups.Promote(part.Request);
            }
        }
    }

    private void Publish()
    {
        snapshotAt = time.GetTimestamp();
        Snapshot = new LoopSnapshot(
            [.. groups.Running.GroupBy(r => r.Adapters.Name).Select(g => new GroupStatus(g.Key, g.Count()))],
            groups.RunningCount,
            groups.Running.Sum(r => r.Computed),
            cache.KeptCells,
            cache.KeptCount,
            cache.HostBytes,
            statistics.Counters(runner.Switches, cache.Evictions, cache.Restores),
            statistics.Traffic());
    }
}
