using Assistant.Inference.Embeddings;
using Assistant.Inference.Runtime;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Assistant.Inference.Host.Lifetime;

/// <summary>Loads the engines once the server listens, so that their progress can be asked for.</summary>
internal sealed class EngineLoader(
    EngineSlot slot,
    IOptions<InferenceOptions> options,
    IServer server,
    IHostApplicationLifetime lifetime,
    ILoggerFactory loggers,
    TimeProvider time) : BackgroundService
{
    private readonly ILogger logger = loggers.CreateLogger<EngineLoader>();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await ListensAsync(stoppingToken))
        {
            return;
        }

        if (server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address)
        {
            Announcement.Listening(address);
        }

        var started = time.GetTimestamp();
        try
        {
            var engines = await Task.Run(() => LoadAsync(stoppingToken), stoppingToken);
            slot.State = new EngineState.Ready(engines);
            var seconds = time.GetElapsedTime(started).TotalSeconds;
            Log.Ready(logger, seconds);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Asked to stop while loading.
        }
        catch (Exception exception) when (exception is ModelFileException or RuntimeException)
        {
            Fail(exception.Message, ExitCodes.Unusable, null);
        }
        catch (Exception exception)
        {
            Fail(exception.Message, ExitCodes.Failed, exception);
        }
    }

    private async Task<bool> ListensAsync(CancellationToken stoppingToken)
    {
        var listens = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var started = lifetime.ApplicationStarted.Register(() => listens.TrySetResult(true));
        await using var stopping = stoppingToken.Register(() => listens.TrySetResult(false));
        return await listens.Task;
    }

    private async Task<LoadedEngines> LoadAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value;
        var generation = string.IsNullOrEmpty(settings.Model) ? null : await InferenceEngine.LoadAsync(settings, loggers, time, cancellationToken);
        var embedder = string.IsNullOrEmpty(settings.Embedder) ? null : await EmbeddingEngine.LoadEmbedderAsync(settings, loggers, cancellationToken);
        var reranker = string.IsNullOrEmpty(settings.Reranker) ? null : await EmbeddingEngine.LoadRerankerAsync(settings, loggers, cancellationToken);
        return new(generation, embedder, reranker, time.GetUtcNow());
    }

    private void Fail(string reason, int exitCode, Exception? exception)
    {
        slot.State = new EngineState.Failed(reason, exitCode);
        Log.LoadFailed(logger, reason, exception);
        Announcement.Failed(reason);
        lifetime.StopApplication();
    }
}
