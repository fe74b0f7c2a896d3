using Assistant.Core.Jobs;

namespace Assistant.Storage.Jobs;

/// <summary>A job that is waiting or leased. It is deleted when it is done.</summary>
internal sealed class JobRow
{
    public Guid Id { get; init; }

    public JobKind Kind { get; init; }

    public Guid Subject { get; init; }

    /// <summary>
    /// Jobs of one lane (one document) run one after another: two versions of a document that finished in the wrong
    /// order would leave the older one in the index.
    /// </summary>
    public Guid Lane { get; init; }

    /// <summary>Unique: asking for a job that is there already adds none.</summary>
    public required string IdempotencyKey { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset DueAt { get; init; }

    /// <summary>Null while nobody holds it.</summary>
    public DateTimeOffset? LeasedUntil { get; init; }

    public int Attempts { get; init; }

    /// <summary>Asked for again while leased: what the worker has read may be out of date, so it runs once more.</summary>
    public bool AskedAgain { get; init; }
}
