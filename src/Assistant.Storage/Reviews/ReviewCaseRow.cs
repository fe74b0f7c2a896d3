using Assistant.Core.Policies;
using Assistant.Storage.Audit;

namespace Assistant.Storage.Reviews;

/// <summary>The review case of a turn: at most one, however many reasons there are.</summary>
internal sealed class ReviewCaseRow
{
    public Guid Id { get; init; }

    public Guid TurnId { get; init; }

    public long AuditSequence { get; init; }

    public AuditEntry? AuditEntry { get; init; }

    /// <summary>Rule ids and <see cref="ReviewCases.Feedback"/>, separated by ", ".</summary>
    public required string Reason { get; set; }

    public PolicySeverity Severity { get; set; }

    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>What the user wrote with "not helpful".</summary>
    public string? FeedbackReason { get; set; }

    /// <summary>False once decided; true again when a new reason comes afterwards.</summary>
    public bool IsOpen { get; set; }

    public List<ReviewDecisionRow> Decisions { get; init; } = [];
}
