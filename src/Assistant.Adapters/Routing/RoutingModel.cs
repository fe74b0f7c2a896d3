using Assistant.Adapters.Routing.Classification;
using Assistant.Adapters.Routing.Examples;
using Assistant.Core.Domains;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Assistant.Adapters.Routing;

/// <summary>The classifier behind the router. It is trained in the background from the start of the host, or on first use.</summary>
internal sealed class RoutingModel : IHostedService, IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Lazy<Task<TextClassifier>> classifier;
    private volatile bool disposed;

    public RoutingModel(ClassifierTrainer trainer, DomainCatalog domains, IOptions<RoutingOptions> options, TimeProvider time, ILogger<RoutingModel> logger)
    {
        classifier = new(() => Task.Run(
            () =>
            {
                var start = time.GetTimestamp();
                var set = ExampleReader.ReadFor(domains, options.Value.ExamplesPath);
                if (set.Problems.Count > 0)
                {
                    throw new InvalidOperationException($"The routing examples changed since the start and are unusable now. {set.Problems[0]}");
                }

                var trained = trainer.Train(set.Examples, stop.Token);
                logger.Trained(set.Examples.Count, trained.Labels.Count, (long)time.GetElapsedTime(start).TotalMilliseconds, trained.Threshold);
                return trained;
            },
            stop.Token));
    }

    /// <summary>The classifier, as soon as it is trained.</summary>
    public Task<TextClassifier> GetAsync(CancellationToken cancellationToken) => classifier.Value.WaitAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = classifier.Value;
        return Task.CompletedTask;
    }

    /// <summary>A host that is stopped twice may ask after it has disposed of its services.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => disposed ? Task.CompletedTask : stop.CancelAsync();

    public void Dispose()
    {
        disposed = true;
        stop.Dispose();
    }
}
