namespace Assistant.Ingestion.Intake;

/// <summary>
/// Keeps two things apart: adding a version of a file that is already stored, and deleting the last document that has
/// that file. Held for moments only, never while a file streams in.
/// </summary>
internal sealed class DocumentGate : IDisposable
{
    private readonly SemaphoreSlim semaphore = new(1);

    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await semaphore.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Exit(semaphore);
    }

    public void Dispose() => semaphore.Dispose();

    private sealed class Exit(SemaphoreSlim semaphore) : IDisposable
    {
        public void Dispose() => semaphore.Release();
    }
}
