using Assistant.Core.Policies;
using Assistant.Storage.Audit;
using Assistant.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Storage.Reviews;

/// <summary>Opens review cases within the transaction of what flagged the answer.</summary>
internal static class ReviewCases
{
    /// <summary>The reason of a case that the user's judgement opened.</summary>
    public const string Feedback = "feedback";

    private const string Separator = ", ";

    /// <summary>Opens the turn's case, or adds the reasons to the one it has. A reason that is new opens a decided case again.</summary>
    public static async Task<ReviewCaseRow> FlagAsync(
        StorageContext db, AuditEntry entry, IReadOnlyCollection<string> reasons, PolicySeverity severity, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var review = await db.ReviewCases.SingleOrDefaultAsync(c => c.TurnId == entry.TurnId, cancellationToken).ConfigureAwait(false);
        if (review is null)
        {
            review = new ReviewCaseRow
            {
                Id = Guid.CreateVersion7(now),
                TurnId = entry.TurnId,
                AuditSequence = entry.Sequence,
                Reason = Join(reasons),
                Severity = severity,
                OpenedAt = now,
                IsOpen = true,
            };
            db.ReviewCases.Add(review);
            return review;
        }

        var merged = Join(review.Reason.Split(Separator).Concat(reasons));
        review.IsOpen |= merged != review.Reason;
        review.Reason = merged;
        review.Severity = (PolicySeverity)Math.Max((int)review.Severity, (int)severity);
        return review;
    }

    private static string Join(IEnumerable<string> reasons) => string.Join(Separator, reasons.Distinct(StringComparer.Ordinal));
}
