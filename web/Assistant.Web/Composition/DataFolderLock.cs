namespace Assistant.Web.Composition;

/// <summary>
/// Keeps a second process out of the data folder: jobs and interrupted answers are taken up at start in the belief
/// that nobody else works on them. The operating system drops the lock with the process, however it ends.
/// </summary>
internal sealed class DataFolderLock(DataFolder folder) : IHostedLifecycleService, IDisposable
{
    private FileStream? held;

    /// <exception cref="StartException">Another process holds the folder.</exception>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        try
        {
            held = new FileStream(Path.Combine(folder.Root, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new StartException($"another process uses the folder {folder.Root}. Stop it, or start this one with another {DataFolder.Key}.", exception);
        }

        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => held?.Dispose();
}
