using System.ComponentModel;
using Assistant.Inference.Status;

namespace Assistant.Web.Engine;

/// <summary>One life of the engine: start, loading, ready, end.</summary>
internal sealed class EngineRun(EngineCommand command, EngineEnvironment environment, SupervisionTimes times, TimeProvider time, ILogger logger)
{
    private EngineProcess? process;
    private EngineClient? client;
    private long? readySince;

    /// <summary>Memory of the process (bytes); null when there is none.</summary>
    public long? MemoryBytes => process?.MemoryBytes();

    public Task<EngineStatus?> ReadStatusAsync(CancellationToken cancellationToken) =>
        client?.ReadStatusAsync(cancellationToken) ?? Task.FromResult<EngineStatus?>(null);

    /// <summary>Runs until the engine has ended, for whatever reason.</summary>
    /// <param name="onReady">Called once, when it takes requests.</param>
    /// <param name="stop">Asks for the end.</param>
    public async Task<EngineRunEnd> RunAsync(Action<EngineClient> onReady, CancellationToken stop)
    {
        var keys = EngineKeys.Create();
        try
        {
            process = EngineProcess.Start(command, environment, keys, logger);
        }
        catch (Win32Exception exception)
        {
            return new EngineRunEnd.Unusable($"The program '{command.FileName}' could not be started: {exception.Message}.");
        }

        await using var child = process;
        logger.EngineStarted(child.Id);
        try
        {
            return await WatchAsync(child, keys, onReady, stop) ?? Explain(await child.Ended);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await child.StopAsync(times.StopGrace, time);
            return new EngineRunEnd.Asked();
        }
        finally
        {
            client?.Dispose();
            logger.EngineEnded(child.Id);
        }
    }

    /// <summary>Follows the process. Null when it has ended by itself; else what is wrong with one that still runs.</summary>
    private async Task<EngineRunEnd?> WatchAsync(EngineProcess child, EngineKeys keys, Action<EngineClient> onReady, CancellationToken stop)
    {
        var heard = time.GetTimestamp();
        while (true)
        {
            var health = await AskAsync(child, keys, stop);
            if (child.Ended.IsCompleted)
            {
                return null;
            }

            if (health is not null)
            {
                heard = time.GetTimestamp();
            }

            if (health is { HasFailed: true })
            {
                return new EngineRunEnd.Unusable(health.Reason ?? "It gave no reason.");
            }

            if (health is { IsReady: true } && readySince is null)
            {
                readySince = time.GetTimestamp();
                onReady(client!);
            }

            if (time.GetElapsedTime(heard) > times.LongestSilence)
            {
                child.Kill();
                return new EngineRunEnd.Crashed($"It did not answer for {times.LongestSilence.TotalSeconds:0} seconds and was ended.", (await child.Ended).LastLines, ReadyFor());
            }

            await Task.WhenAny(child.Ended, Task.Delay(readySince is null ? times.LoadingPace : times.ReadyPace, time, stop));
            stop.ThrowIfCancellationRequested();
        }
    }

    private async Task<EngineHealth?> AskAsync(EngineProcess child, EngineKeys keys, CancellationToken stop)
    {
        if (!child.Listening.IsCompletedSuccessfully)
        {
            return null;
        }

        client ??= new EngineClient(await child.Listening, keys);
        return await client.ReadHealthAsync(stop);
    }

    private EngineRunEnd Explain(EngineExit exit) => exit.IsRefusal
        ? new EngineRunEnd.Unusable(exit.Cause)
        : new EngineRunEnd.Crashed(exit.Cause, exit.LastLines, ReadyFor());

    private TimeSpan ReadyFor() => readySince is { } since ? time.GetElapsedTime(since) : TimeSpan.Zero;
}
