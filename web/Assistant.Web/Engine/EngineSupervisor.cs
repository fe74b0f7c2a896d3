using Assistant.Core.Answers;
using Assistant.Inference.Status;

namespace Assistant.Web.Engine;

/// <summary>
/// Keeps the engine running: starts it with the application and again, with growing waits, whenever it dies. An engine
/// that cannot use its model is left alone until an administrator starts it again.
/// </summary>
internal sealed class EngineSupervisor(EngineCommand command, EngineEnvironment environment, SupervisionTimes times, TimeProvider time, ILogger<EngineSupervisor> logger)
    : BackgroundService, IModelServer
{
    private readonly Lock gate = new();
    private EngineSnapshot snapshot = new(ModelServerState.Starting, time.GetUtcNow());
    private TaskCompletionSource changed = NewSignal();
    private volatile CancellationTokenSource? current;
    private volatile EngineRun? run;

    public ModelServerState State => Snapshot.State;

    public EngineSnapshot Snapshot
    {
        get
        {
            lock (gate)
            {
                return snapshot;
            }
        }
    }

    /// <summary>Memory of the engine's process (bytes); null when there is none.</summary>
    public long? MemoryBytes => run?.MemoryBytes;

    /// <summary>What the engine counts and holds; null when it does not answer.</summary>
    public Task<EngineStatus?> ReadStatusAsync(CancellationToken cancellationToken) =>
        State == ModelServerState.Ready && run is { } live ? live.ReadStatusAsync(cancellationToken) : Task.FromResult<EngineStatus?>(null);

    /// <summary>Ends the engine if it runs, and starts it again at once.</summary>
    public void Restart()
    {
        try
        {
            current?.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It is being started in this moment.
        }
    }

    public async Task<ModelAddress?> ConnectAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            Task change;
            EngineSnapshot now;
            lock (gate)
            {
                (now, change) = (snapshot, changed.Task);
            }

            var left = patience - time.GetElapsedTime(started);
            if (now.State is ModelServerState.Ready or ModelServerState.Unusable || left <= TimeSpan.Zero)
            {
                return now.Address;
            }

            await change.WaitAsync(left, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var changes = environment.OnChange(Restart);
        var backoff = new Backoff(times.FirstDelay, times.LongestDelay);
        while (!stoppingToken.IsCancellationRequested)
        {
            using var restart = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            current = restart;
            await WaitForNextAsync(await RunAsync(restart.Token), backoff, restart.Token);
        }
    }

    private async Task<EngineRunEnd> RunAsync(CancellationToken stop)
    {
        try
        {
            run = new EngineRun(command, environment, times, time, logger);
            return await run.RunAsync(TakeRequests, stop);
        }
#pragma warning disable CA1031 // Whatever goes wrong with the engine, the application goes on without it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            logger.SupervisionFailed(exception);
            return new EngineRunEnd.Crashed($"It could not be supervised: {exception.Message}", [], TimeSpan.Zero);
        }
        finally
        {
            run = null;
        }
    }

    private void TakeRequests(EngineClient client)
    {
        logger.EngineReady();
        Publish(s => s with { State = ModelServerState.Ready, Address = client.Address });
    }

    /// <summary>Publishes what became of a run, and waits until the next one is due.</summary>
    private async Task WaitForNextAsync(EngineRunEnd end, Backoff backoff, CancellationToken restart)
    {
        switch (end)
        {
            case EngineRunEnd.Crashed crash:
                var delay = NextDelay(crash, backoff);
                logger.EngineCrashed(crash.Cause, delay.TotalSeconds);
                Publish(s => s with { State = ModelServerState.Restarting, Address = null, LastCrash = new EngineCrash(time.GetUtcNow(), crash.Cause, crash.LastLines), Restarts = s.Restarts + 1 });
                await Task.Delay(delay, time, restart).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            case EngineRunEnd.Unusable unusable:
                logger.EngineUnusable(unusable.Reason);
                Publish(s => s with { State = ModelServerState.Unusable, Address = null, Reason = unusable.Reason });
                await Task.Delay(Timeout.InfiniteTimeSpan, time, restart).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                Publish(s => s with { State = ModelServerState.Restarting, Reason = null, Restarts = s.Restarts + 1 });
                break;
            default:
                Publish(s => s with { State = ModelServerState.Restarting, Address = null, Restarts = s.Restarts + 1 });
                break;
        }
    }

    private TimeSpan NextDelay(EngineRunEnd.Crashed crash, Backoff backoff)
    {
        if (crash.ReadyFor >= times.HealthyAfter)
        {
            backoff.Reset();
        }

        return backoff.Next();
    }

    private void Publish(Func<EngineSnapshot, EngineSnapshot> change)
    {
        TaskCompletionSource signal;
        lock (gate)
        {
            var next = change(snapshot);
            snapshot = next.State == snapshot.State ? next : next with { Since = time.GetUtcNow() };
            signal = changed;
            changed = NewSignal();
        }

        signal.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
