using Assistant.Core.Answers;

namespace Assistant.Web.Tests.Chat.Doubles;

/// <summary>An answer whose snapshots the test publishes.</summary>
internal sealed class FakeLiveAnswer(Guid turnId) : ILiveAnswer
{
    private readonly Lock gate = new();
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private AnswerSnapshot snapshot = new(0, AnswerStage.Queued, "", [], [], Finished: null);

    public Guid TurnId => turnId;

    public bool Stopped { get; private set; }

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

            await signal.WaitAsync(cancellationToken);
        }
    }

    public void Stop() => Stopped = true;

    public void Publish(AnswerStage stage, string text, params Citation[] citations) =>
        Update(s => s with { Stage = stage, Text = text, Citations = citations });

    public void Finish(FinishedAnswer answer) =>
        Update(s => s with { Stage = AnswerStage.Finished, Text = answer.Text, Citations = answer.Citations, Notices = answer.Notices, Finished = answer });

    private void Update(Func<AnswerSnapshot, AnswerSnapshot> change)
    {
        TaskCompletionSource signal;
        lock (gate)
        {
            snapshot = change(snapshot) with { Version = snapshot.Version + 1 };
            signal = changed;
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        signal.SetResult();
    }
}
