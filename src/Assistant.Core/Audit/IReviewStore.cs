using Assistant.Core.Policies;

namespace Assistant.Core.Audit;

/// <summary>Flagged answers, their traces and what reviewers decided. Audit entries are appended, never changed.</summary>
public interface IReviewStore
{
    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<ReviewCase>> ListAsync(ReviewFilter filter, CancellationToken cancellationToken);

    Task<ReviewCaseDetail?> FindAsync(Guid caseId, CancellationToken cancellationToken);

    /// <summary>Records a decision. False when there is no such case.</summary>
    Task<bool> DecideAsync(Guid caseId, ReviewDecision decision, CancellationToken cancellationToken);

    Task<int> CountOpenAsync(CancellationToken cancellationToken);

    /// <summary>Recomputes the hash chain of the audit entries. Null when it is whole, else the first broken entry.</summary>
    Task<long?> VerifyChainAsync(CancellationToken cancellationToken);
}

public enum ReviewFilter
{
    Open,
    Decided,
    All,
}

/// <param name="Reason">Why it was flagged: the rules' ids, or "feedback".</param>
public sealed record ReviewCase(
    Guid Id,
    Guid TurnId,
    string UserName,
    string Question,
    string Reason,
    PolicySeverity Severity,
    DateTimeOffset OpenedAt,
    ReviewDecision? Decision);

public sealed record ReviewCaseDetail(ReviewCase Case, AnswerTrace Trace, string? FeedbackReason)
{
    /// <summary>Every decision on the case, oldest first. The last one counts, unless the case was opened again after it.</summary>
    public IReadOnlyList<ReviewDecision> Decisions { get; init; } = [];
}

public sealed record ReviewDecision(ReviewDisposition Disposition, string Note, string DecidedBy, DateTimeOffset DecidedAt);

public enum ReviewDisposition
{
    /// <summary>The answer was right; the flag was not needed.</summary>
    NoIssue,

    /// <summary>The answer or its source needs correcting.</summary>
    NeedsCorrection,

    /// <summary>A rule was broken.</summary>
    Violation,
}
