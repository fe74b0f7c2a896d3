namespace Assistant.Storage.Audit;

/// <summary>One answer's trace in the append-only log. The database refuses to change or delete it.</summary>
internal sealed class AuditEntry
{
    /// <summary>Position in the chain, from 1 and without gaps.</summary>
    public long Sequence { get; init; }

    public Guid TurnId { get; init; }

    public required string UserName { get; init; }

    public required string Question { get; init; }

    /// <summary>Whole microseconds, the precision that every database keeps.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>The trace as compressed JSON.</summary>
    public required byte[] Trace { get; init; }

    /// <summary>Hash of the entry before; <see cref="AuditHash.Start"/> for the first one.</summary>
    public required string PreviousHash { get; init; }

    public string Hash { get; set; } = "";
}
