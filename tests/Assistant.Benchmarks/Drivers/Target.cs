using Assistant.Benchmarks.Load;
using Assistant.Benchmarks.Models;

namespace Assistant.Benchmarks.Drivers;

/// <summary>What is measured: opened and warmed up with its first use.</summary>
internal sealed class Target(BenchmarkOptions options, ModelFiles models) : IAsyncDisposable
{
    private HostProcess? host;
    private IDriver? driver;

    public BenchmarkOptions Options => options;

    public ModelFiles Models => models;

    /// <summary>The adapter of the n-th user, taken in turn from the first ones; null without adapters.</summary>
    public int? Adapter(int user, int adapters) => models.Adapters.Count == 0 ? null : user % Math.Min(adapters, models.Adapters.Count);

    /// <summary>Sends a request and returns what came of it.</summary>
    public async Task<Recording> GenerateAsync(LoadRequest request, CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        var recording = new Recording();
        await driver!.GenerateAsync(request, recording, cancellationToken);
        return recording;
    }

    /// <summary>Sends a request; the task is its end.</summary>
    public async Task<(Recording Recording, Task End)> StartAsync(LoadRequest request, CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        var recording = new Recording();
        return (recording, driver!.GenerateAsync(request, recording, cancellationToken));
    }

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (driver is not null)
        {
            return;
        }

        if (options.Driver == "host")
        {
            host = await HostProcess.StartAsync(models.Settings(options.Engine), cancellationToken);
        }

        driver = options.Driver switch
        {
            "engine" => await EngineDriver.OpenAsync(options.Engine, models, cancellationToken),
            "llama-server" => new LlamaServerDriver(options.Url!, options.Key, models),
            _ => new OpenAiDriver(host?.Address ?? options.Url!, options.Key, models),
        };
        await driver.WarmUpAsync(models, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (driver is not null)
        {
            await driver.DisposeAsync();
        }

        if (host is not null)
        {
            await host.DisposeAsync();
        }
    }
}
