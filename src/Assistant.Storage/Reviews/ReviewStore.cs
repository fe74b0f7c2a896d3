using Assistant.Core.Audit;
using Assistant.Storage.Audit;
using Assistant.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Storage.Reviews;

internal sealed class ReviewStore(Transactions transactions) : IReviewStore
{
    public Task<IReadOnlyList<ReviewCase>> ListAsync(ReviewFilter filter, CancellationToken cancellationToken) =>
        transactions.ReadAsync<IReadOnlyList<ReviewCase>>(
            async db => await Summaries(filter switch
            {
                ReviewFilter.Open => db.ReviewCases.Where(c => c.IsOpen),
                ReviewFilter.Decided => db.ReviewCases.Where(c => !c.IsOpen),
                _ => db.ReviewCases,
            }).ToListAsync(cancellationToken).ConfigureAwait(false),
            cancellationToken);

    public Task<ReviewCaseDetail?> FindAsync(Guid caseId, CancellationToken cancellationToken) =>
        transactions.ReadAsync(
            async db =>
            {
                var rows = db.ReviewCases.Where(c => c.Id == caseId);
                if (await Summaries(rows).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false) is not { } summary)
                {
                    return null;
                }

                var stored = await rows.Select(c => new { c.FeedbackReason, c.AuditEntry!.Trace }).SingleAsync(cancellationToken).ConfigureAwait(false);
                var decisions = await db.ReviewDecisions.Where(d => d.CaseId == caseId).OrderBy(d => d.Number)
                    .Select(d => new ReviewDecision(d.Disposition, d.Note, d.DecidedBy, d.DecidedAt))
                    .ToListAsync(cancellationToken).ConfigureAwait(false);
                return new ReviewCaseDetail(summary, StoredJson.Read<AnswerTrace>(StoredJson.Decompress(stored.Trace)), stored.FeedbackReason) { Decisions = decisions };
            },
            cancellationToken);

    public Task<bool> DecideAsync(Guid caseId, ReviewDecision decision, CancellationToken cancellationToken) =>
        transactions.WriteAsync(
            async db =>
            {
                // The update takes the row's lock: decisions on one case are numbered one after another.
                var closed = await db.ReviewCases.Where(c => c.Id == caseId).ExecuteUpdateAsync(c => c.SetProperty(x => x.IsOpen, false), cancellationToken).ConfigureAwait(false);
                if (closed == 0)
                {
                    return false;
                }

                var earlier = await db.ReviewDecisions.CountAsync(d => d.CaseId == caseId, cancellationToken).ConfigureAwait(false);
                db.ReviewDecisions.Add(new ReviewDecisionRow
                {
                    Id = Guid.NewGuid(),
                    CaseId = caseId,
                    Number = earlier + 1,
                    Disposition = decision.Disposition,
                    Note = decision.Note,
                    DecidedBy = decision.DecidedBy,
                    DecidedAt = decision.DecidedAt.ToUniversalTime(),
                });
                return true;
            },
            cancellationToken);

    public Task<int> CountOpenAsync(CancellationToken cancellationToken) =>
        transactions.ReadAsync(db => db.ReviewCases.CountAsync(c => c.IsOpen, cancellationToken), cancellationToken);

    public Task<long?> VerifyChainAsync(CancellationToken cancellationToken) =>
        transactions.ReadAsync(db => AuditLog.FindBreakAsync(db, cancellationToken), cancellationToken);

    /// <summary>Newest first. A case that is open, or open again, has no decision that counts.</summary>
    private static IQueryable<ReviewCase> Summaries(IQueryable<ReviewCaseRow> cases) =>
        cases.OrderByDescending(c => c.OpenedAt).ThenByDescending(c => c.Id).Select(c => new ReviewCase(
            c.Id,
            c.TurnId,
            c.AuditEntry!.UserName,
            c.AuditEntry.Question,
            c.Reason,
            c.Severity,
            c.OpenedAt,
            c.IsOpen ? null : c.Decisions.OrderByDescending(d => d.Number).Select(d => new ReviewDecision(d.Disposition, d.Note, d.DecidedBy, d.DecidedAt)).FirstOrDefault()));
}
