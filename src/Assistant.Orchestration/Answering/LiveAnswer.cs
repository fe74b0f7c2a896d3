using Assistant.Core.Answers;

namespace Assistant.Orchestration.Answering;

/// <summary>An answer in the making: the pipeline writes snapshots, any number of pages wait for them.</summary>
internal sealed class LiveAnswer : ILiveAnswer, IDisposable
{
    private readonly Lock gate = new();
    private readonly CancellationTokenSource stop = new();
    private TaskCompletionSource changed = NewSignal();
    private AnswerSnapshot snapshot = new(0, AnswerStage.Queued, "", [], [], null);

    public LiveAnswer(Guid userId, Guid turnId)
    {
        UserId = userId;
        TurnId = turnId;
        StopToken = stop.Token;
    }

    public Guid UserId { get; }

    public Guid TurnId { get; }

    /// <summary>Cancelled when the user stops the answer.</summary>
    public CancellationToken StopToken { get; }

    public AnswerSnapshot Snapshot
    {
        get
        {
            lock (gate)
            {
                return snapshot;
            }
        }
    }

    public async Task<AnswerSnapshot> WaitForChangeAsync(int version, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task signal;
            lock (gate)
            {
                if (snapshot.Version > version)
                {
                    return snapshot;
                }

                signal = changed.Task;
            }

            await signal.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public void Stop()
    {
        try
        {
            stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The answer was finished and let go in the same moment: there is nothing left to stop.
        }
    }

    /// <summary>Publishes a new snapshot.</summary>
    public void Update(Func<AnswerSnapshot, AnswerSnapshot> change)
    {
        TaskCompletionSource signal;
        lock (gate)
        {
            snapshot = change(snapshot) with { Version = snapshot.Version + 1 };
            signal = changed;
            changed = NewSignal();
        }

        signal.SetResult();
    }

    public void Dispose() => stop.Dispose();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
