using System.Security.Cryptography;
using System.Text.Json;
using Assistant.Core.Documents;
using Assistant.Ingestion.Intake;
using Assistant.Ingestion.Progress;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Assistant.Ingestion.Samples;

/// <summary>Hands the sample organisation in, in the background. What is there already is left alone, at every start.</summary>
internal sealed class SampleImport(
    DocumentIntake intake,
    IDocumentStore documents,
    IngestionProgress progress,
    IOptions<IngestionOptions> options,
    ILogger<SampleImport> logger) : BackgroundService
{
    private const string UploadedBy = "Sample organisation";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Samples)
        {
            try
            {
                await ImportAsync(options.Value.SamplesPath ?? Path.Combine(AppContext.BaseDirectory, "samples"), stoppingToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
            {
                // The application is of use without it.
                logger.SamplesFailed(e);
            }
        }

        progress.SamplesHandedIn();
    }

    private async Task ImportAsync(string folder, CancellationToken cancellationToken)
    {
        var samples = await SampleDocument.ReadManifestAsync(folder, cancellationToken).ConfigureAwait(false);
        var known = (await documents.ListAsync(cancellationToken).ConfigureAwait(false))
            .SelectMany(d => d.Versions.Select(v => (d.Key, v.ContentHash)))
            .ToHashSet();
        int count = 0, refused = 0;
        foreach (var sample in samples)
        {
            await using var content = File.OpenRead(Path.Combine(folder, sample.Path));
            if (known.Contains((sample.Document, Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken).ConfigureAwait(false)))))
            {
                continue;
            }

            content.Position = 0;
            var request = new IntakeRequest(Path.GetFileName(sample.Path), sample.Domain, sample.Groups, sample.Classification, UploadedBy, sample.Title, sample.Document, sample.Language);
            if (await intake.AcceptAsync(request, content, cancellationToken).ConfigureAwait(false) is IntakeResult.Refused refusal)
            {
                refused++;
                logger.SampleRefused(sample.Document, refusal.Message);
            }
            else
            {
                count++;
            }
        }

        logger.SamplesImported(count, refused);
    }
}
