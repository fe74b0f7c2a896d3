using System.Threading.Channels;

namespace Assistant.Storage.Jobs;

/// <summary>
/// Wakes one waiting worker. A signal without a waiter is kept, once. A worker that finds a job signals again, so that
/// a burst of jobs wakes all of them.
/// </summary>
internal sealed class JobSignal(TimeProvider time)
{
    private readonly Channel<bool> signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Set() => signals.Writer.TryWrite(true);

    public async Task WaitAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            await signals.Reader.ReadAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is up; the caller looks for jobs that fell due meanwhile.
        }
    }
}
