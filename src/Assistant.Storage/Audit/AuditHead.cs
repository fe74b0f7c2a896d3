namespace Assistant.Storage.Audit;

/// <summary>
/// The end of the chain, a single row. Writers take their turn on its lock, so that the chain cannot fork; and entries
/// missing at the end show, because it still counts them.
/// </summary>
internal sealed class AuditHead
{
    public const int OnlyId = 1;

    public int Id { get; init; }

    public long Sequence { get; init; }

    public required string Hash { get; init; }
}
