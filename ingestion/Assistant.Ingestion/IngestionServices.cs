using Assistant.Core.Documents;
using Assistant.Core.Domains;
using Assistant.Core.Retrieval;
using Assistant.Ingestion.Chunking;
using Assistant.Ingestion.Intake;
using Assistant.Ingestion.Parsing;
using Assistant.Ingestion.Pipeline;
using Assistant.Ingestion.Progress;
using Assistant.Ingestion.Removal;
using Assistant.Ingestion.Samples;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Assistant.Ingestion;

public static class IngestionServices
{
    /// <summary>
    /// Adds <see cref="DocumentIntake"/>, <see cref="DocumentRemoval"/>, <see cref="IngestionProgress"/> and the workers
    /// behind them.
    /// </summary>
    public static IServiceCollection AddIngestion(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<IngestionOptions>().Bind(configuration.GetSection(IngestionOptions.Section)).ValidateDataAnnotations().ValidateOnStart()
            .Validate(
                o => o.SamplesPath is null || File.Exists(Path.Combine(o.SamplesPath, "manifest.json")),
                "Ingestion:SamplesPath must be a folder with a manifest.json, or be left out for the samples that come with the application.");

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(DomainCatalog.Default);
        services.AddSingleton<DocumentGate>();
        services.AddSingleton(ParserCommand.Shipped());
        services.AddSingleton<ParserPool>();
        services.AddSingleton<PassageCutter>();
        services.AddSingleton<PassageFactory>();
        services.AddSingleton<VersionIngestor>();
        services.AddSingleton<IndexReconciliation>();
        services.AddSingleton<IngestionProgress>();
        services.AddSingleton(p => new DocumentIntake(
            p.GetRequiredService<IDocumentStore>(),
            p.GetRequiredService<IFileStore>(),
            p.GetRequiredService<DomainCatalog>(),
            p.GetRequiredService<DocumentGate>(),
            p.GetRequiredService<IOptions<IngestionOptions>>()));
        services.AddSingleton(p => new DocumentRemoval(
            p.GetRequiredService<IDocumentStore>(),
            p.GetRequiredService<IPassageIndex>(),
            p.GetRequiredService<IFileStore>(),
            p.GetRequiredService<DocumentGate>(),
            p.GetRequiredService<ILogger<DocumentRemoval>>()));
        services.AddHostedService<IngestionWorker>();
        services.AddHostedService<SampleImport>();
        return services;
    }
}
