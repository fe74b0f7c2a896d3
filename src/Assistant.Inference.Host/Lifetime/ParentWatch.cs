using Microsoft.Extensions.Options;

namespace Assistant.Inference.Host.Lifetime;

/// <summary>
/// With Host:ExitWithParent: stops the server when standard input closes. The operating system closes it whichever way the
/// process at the other end dies.
/// </summary>
internal sealed class ParentWatch(IOptions<ServerOptions> options, IHostApplicationLifetime lifetime, ILogger<ParentWatch> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.ExitWithParent)
        {
            return;
        }

        // A read of standard input cannot be cancelled; its thread ends with the process.
        await Task.Factory.StartNew(ReadToEnd, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).WaitAsync(stoppingToken);
        Log.ParentGone(logger);
        lifetime.StopApplication();
    }

    private static void ReadToEnd()
    {
        using var input = Console.OpenStandardInput();
        var buffer = new byte[256];
        while (input.Read(buffer) > 0)
        {
        }
    }
}
