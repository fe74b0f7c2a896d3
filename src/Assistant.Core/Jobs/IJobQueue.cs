namespace Assistant.Core.Jobs;

/// <summary>
/// A durable queue: a job survives the process that took it. It is leased, and goes back to the queue when the
/// lease runs out or when the queue's only process starts again.
/// </summary>
public interface IJobQueue
{
    /// <summary>Leases the oldest due job, or returns null when there is none.</summary>
    Task<Job?> LeaseAsync(TimeSpan lease, CancellationToken cancellationToken);

    Task CompleteAsync(Guid jobId, CancellationToken cancellationToken);

    /// <summary>Returns a job to the queue, due after <paramref name="delay"/>.</summary>
    Task ReleaseAsync(Guid jobId, TimeSpan delay, CancellationToken cancellationToken);

    /// <summary>Frees every lease: called once at start, when no worker of an earlier process can be alive.</summary>
    Task ReclaimAsync(CancellationToken cancellationToken);

    /// <summary>Completes when a job may have been added since the last call, or after the timeout.</summary>
    Task WaitAsync(TimeSpan timeout, CancellationToken cancellationToken);
}

/// <param name="Subject">What the job is about: a version id for ingestion.</param>
/// <param name="Attempt">1 for the first lease.</param>
public sealed record Job(Guid Id, JobKind Kind, Guid Subject, int Attempt);

public enum JobKind
{
    /// <summary>Parse, chunk and index a document version.</summary>
    Ingest,

    /// <summary>Write an already extracted version into the index again, after its groups or domain changed.</summary>
    Reindex,
}
