using Assistant.Core.Audit;
using Assistant.Web.Admin;
using Assistant.Web.Security;

namespace Assistant.Web.Review;

/// <summary>What reviewers and auditors see, and what reviewers decide. Every call asks first what the caller may do now.</summary>
internal sealed class ReviewDesk(Caller caller, IReviewStore reviews, TimeProvider time, ILogger<ReviewDesk> logger)
{
    public const int MaxNote = 4_000;

    /// <summary>Newest first; null when the caller may not see them.</summary>
    public async Task<IReadOnlyList<ReviewCase>?> ListAsync(ReviewFilter filter, CancellationToken cancellationToken) =>
        await MaySeeAsync(cancellationToken) ? await reviews.ListAsync(filter, cancellationToken) : null;

    /// <summary>One case with its trace; null when there is none, or the caller may not see it.</summary>
    public async Task<ReviewCaseDetail?> FindAsync(Guid caseId, CancellationToken cancellationToken) =>
        await MaySeeAsync(cancellationToken) ? await reviews.FindAsync(caseId, cancellationToken) : null;

    /// <summary>Whether the caller records decisions, or only reads.</summary>
    public async Task<bool> MayDecideAsync(CancellationToken cancellationToken) =>
        await caller.AsAsync(AccessPolicies.Decide, cancellationToken) is not null;

    /// <summary>Appends a decision; earlier ones stay.</summary>
    public async Task<CommandResult> DecideAsync(Guid caseId, ReviewDisposition? disposition, string note, CancellationToken cancellationToken)
    {
        if (await caller.AsAsync(AccessPolicies.Decide, cancellationToken) is not { } reviewer)
        {
            return CommandResult.NotAllowed;
        }

        if (disposition is not { } chosen || !Enum.IsDefined(chosen))
        {
            return new CommandResult.Refused("Choose what you found.");
        }

        var text = note.Trim();
        if (text.Length is 0 or > MaxNote)
        {
            return new CommandResult.Refused($"Write a note of at most {MaxNote:N0} characters: why, and what should be done.");
        }

        var decision = new ReviewDecision(chosen, text, reviewer.DisplayName, time.GetUtcNow());
        if (!await reviews.DecideAsync(caseId, decision, cancellationToken))
        {
            return new CommandResult.Refused("This case does not exist any more.");
        }

        logger.CaseDecided(caseId, reviewer.Id);
        return CommandResult.Succeeded;
    }

    /// <summary>Recomputes the audit log's hash chain; null when the caller may not ask for it.</summary>
    public async Task<ChainCheck?> VerifyChainAsync(CancellationToken cancellationToken) =>
        await MaySeeAsync(cancellationToken) || await caller.AsAsync(AccessPolicies.Admin, cancellationToken) is not null
            ? new ChainCheck(await reviews.VerifyChainAsync(cancellationToken), time.GetUtcNow())
            : null;

    private async Task<bool> MaySeeAsync(CancellationToken cancellationToken) =>
        await caller.AsAsync(AccessPolicies.Review, cancellationToken) is not null;
}

/// <param name="FirstBroken">The first entry that does not fit the one before it; null when the log is whole.</param>
internal sealed record ChainCheck(long? FirstBroken, DateTimeOffset CheckedAt);
