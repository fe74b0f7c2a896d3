using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Assistant.Policies.Reload;

/// <summary>
/// Loads the rules at start, and again when the folder has changed and been quiet for a while. The folder is also
/// looked at now and then, because not every file system reports changes.
/// </summary>
internal sealed class RuleWatcher(RuleStore store, IOptions<PolicyOptions> options, TimeProvider time, ILogger<RuleWatcher> logger) : BackgroundService
{
    private readonly Channel<bool> changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <exception cref="OptionsValidationException">A rule file is invalid: the application does not start.</exception>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _ = store.Current;
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var watcher = Watch();
        while (!stoppingToken.IsCancellationRequested)
        {
            if (await ChangedWithinAsync(options.Value.PollInterval, stoppingToken).ConfigureAwait(false))
            {
                while (await ChangedWithinAsync(options.Value.QuietPeriod, stoppingToken).ConfigureAwait(false))
                {
                    // Files are still being written.
                }
            }

            store.Reload();
        }
    }

    /// <summary>True when a change was reported within the time.</summary>
    private async Task<bool> ChangedWithinAsync(TimeSpan timeout, CancellationToken stoppingToken)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stoppingToken);
        try
        {
            return await changes.Reader.ReadAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private FileSystemWatcher? Watch()
    {
        var folder = options.Value.Folder;
        try
        {
            var watcher = new FileSystemWatcher(folder);
            watcher.Changed += (_, _) => Signal();
            watcher.Created += (_, _) => Signal();
            watcher.Deleted += (_, _) => Signal();
            watcher.Renamed += (_, _) => Signal();
            watcher.Error += (_, error) => logger.WatchFailed(folder, options.Value.PollInterval, error.GetException());
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            logger.WatchFailed(folder, options.Value.PollInterval, exception);
            return null;
        }
    }

    /// <summary>One waiting signal is enough, whatever the number of changes.</summary>
    private void Signal() => changes.Writer.TryWrite(true);
}
