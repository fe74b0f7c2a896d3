using Assistant.Core.Documents;
using Assistant.Core.Jobs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Assistant.Ingestion.Pipeline;

/// <summary>Works the job queue off, a few jobs at a time.</summary>
internal sealed class IngestionWorker(
    IJobQueue jobs,
    IDocumentStore documents,
    VersionIngestor ingestor,
    IndexReconciliation reconciliation,
    IOptions<IngestionOptions> options,
    TimeProvider time,
    ILogger<IngestionWorker> logger) : BackgroundService
{
    /// <summary>What a job may take besides reading the file. Leases of a process that died are freed at the next start.</summary>
    private static readonly TimeSpan LeaseMargin = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await jobs.ReclaimAsync(stoppingToken).ConfigureAwait(false);
        await reconciliation.RunAsync(stoppingToken).ConfigureAwait(false);
        await Task.WhenAll(Enumerable.Range(0, options.Value.Workers).Select(_ => WorkAsync(stoppingToken))).ConfigureAwait(false);
    }

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await jobs.LeaseAsync(options.Value.ParseTimeout + LeaseMargin, stoppingToken).ConfigureAwait(false) is { } job)
                {
                    await RunAsync(job, stoppingToken).ConfigureAwait(false);
                }
                else
                {
                    await jobs.WaitAsync(LongestWait, stoppingToken).ConfigureAwait(false);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                logger.QueueFailed(LongestWait, e);
                await Task.Delay(LongestWait, time, stoppingToken).ConfigureAwait(false);
            }
        }
    }

    private async Task RunAsync(Job job, CancellationToken stoppingToken)
    {
        try
        {
            switch (job.Kind)
            {
                case JobKind.Ingest:
                    await ingestor.IngestAsync(job.Subject, job.Attempt > 1, stoppingToken).ConfigureAwait(false);
                    break;
                case JobKind.Reindex:
                    await ingestor.ReindexAsync(job.Subject, stoppingToken).ConfigureAwait(false);
                    break;
            }
        }
        catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            if (!await GiveUpAsync(job, e, stoppingToken).ConfigureAwait(false))
            {
                return;
            }
        }

        await jobs.CompleteAsync(job.Id, stoppingToken).ConfigureAwait(false);
    }

    /// <summary>
    /// True when the job is over for good. Re-indexing never is: the index would go on with groups that are not true any
    /// more, even though the document store keeps them from being shown.
    /// </summary>
    private async Task<bool> GiveUpAsync(Job job, Exception exception, CancellationToken cancellationToken)
    {
        if (job.Kind == JobKind.Ingest && job.Attempt >= options.Value.MaxAttempts)
        {
            logger.GaveUp(job.Id, job.Kind, job.Subject, job.Attempt, exception);
            if (await documents.FindByVersionAsync(job.Subject, cancellationToken).ConfigureAwait(false) is { } document)
            {
                await ingestor.FailAsync(document, job.Subject, "A technical problem kept the document from being read in; it is in the log. Retry it when it is solved.", repeated: true, cancellationToken).ConfigureAwait(false);
            }

            return true;
        }

        var delay = Min(FirstDelay * Math.Pow(2, Math.Min(job.Attempt - 1, 16)), LongestDelay);
        logger.Retrying(job.Id, job.Kind, job.Subject, job.Attempt, delay, exception);
        await jobs.ReleaseAsync(job.Id, delay, cancellationToken).ConfigureAwait(false);
        return false;
    }

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
