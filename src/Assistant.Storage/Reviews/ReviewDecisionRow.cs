using Assistant.Core.Audit;

namespace Assistant.Storage.Reviews;

/// <summary>One decision on a case. Decisions are appended; the latest counts. The database refuses to change or delete one.</summary>
internal sealed class ReviewDecisionRow
{
    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    /// <summary>Position among the decisions on the case, from 1.</summary>
    public int Number { get; init; }

    public ReviewDisposition Disposition { get; init; }

    public required string Note { get; init; }

    public required string DecidedBy { get; init; }

    public DateTimeOffset DecidedAt { get; init; }

}
