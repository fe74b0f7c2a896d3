using Assistant.Core.Answers;
using Assistant.Core.Audit;
using Assistant.Core.Conversations;
using Assistant.Core.Policies;
using Assistant.Storage.Audit;
using Assistant.Storage.Database;
using Assistant.Storage.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Storage.Conversations;

internal sealed class ConversationStore(Transactions transactions, AuditLog audit, TimeProvider time) : IConversationStore
{
    public Task<IReadOnlyList<ConversationSummary>> ListAsync(Guid ownerId, string? search, CancellationToken cancellationToken) =>
        transactions.ReadAsync<IReadOnlyList<ConversationSummary>>(
            async db =>
            {
                var conversations = db.Conversations.Where(c => c.OwnerId == ownerId);
                if (!string.IsNullOrWhiteSpace(search))
                {
                    var key = SearchKey.Of(search.Trim());
                    conversations = conversations.Where(c => c.TitleKey.Contains(key) || c.Turns.Any(t => t.QuestionKey.Contains(key)));
                }

                return await conversations
                    .OrderByDescending(c => c.UpdatedAt).ThenByDescending(c => c.Id)
                    .Select(c => new ConversationSummary(c.Id, c.Title, c.UpdatedAt))
                    .ToListAsync(cancellationToken).ConfigureAwait(false);
            },
            cancellationToken);

    public Task<IReadOnlyList<Turn>?> ReadAsync(Guid ownerId, Guid conversationId, CancellationToken cancellationToken) =>
        transactions.ReadAsync<IReadOnlyList<Turn>?>(
            async db =>
            {
                var turns = await db.Turns
                    .Where(t => t.ConversationId == conversationId && t.Conversation!.OwnerId == ownerId)
                    .OrderBy(t => t.Number)
                    .ToListAsync(cancellationToken).ConfigureAwait(false);

                // A conversation is made with its first turn, so one without turns is none.
                return turns.Count == 0 ? null : [.. turns.Select(t => t.ToTurn())];
            },
            cancellationToken);

    public Task<bool> AskAsync(Guid ownerId, Guid conversationId, Guid turnId, string question, string? pinnedDomain, CancellationToken cancellationToken) =>
        transactions.WriteAsync(
            async db =>
            {
                var now = time.GetUtcNow();

                // The update takes the row's lock: turns of one conversation are numbered one after another.
                var updated = await db.Conversations.Where(c => c.Id == conversationId && c.OwnerId == ownerId)
                    .ExecuteUpdateAsync(c => c.SetProperty(x => x.UpdatedAt, now), cancellationToken).ConfigureAwait(false);
                if (updated == 0)
                {
                    if (await db.Conversations.AnyAsync(c => c.Id == conversationId && c.OwnerId != ownerId, cancellationToken).ConfigureAwait(false))
                    {
                        return false;
                    }

                    var title = ConversationTitle.From(question);
                    db.Conversations.Add(new ConversationRow { Id = conversationId, OwnerId = ownerId, Title = title, TitleKey = SearchKey.Of(title), UpdatedAt = now });
                }

                var last = await db.Turns.Where(t => t.ConversationId == conversationId).MaxAsync(t => (int?)t.Number, cancellationToken).ConfigureAwait(false) ?? 0;
                db.Turns.Add(new TurnRow
                {
                    Id = turnId,
                    ConversationId = conversationId,
                    Number = last + 1,
                    Question = question,
                    QuestionKey = SearchKey.Of(question),
                    AskedAt = now,
                    PinnedDomain = pinnedDomain,
                });
                return true;
            },
            cancellationToken);

    public Task RecordAnswerAsync(Guid turnId, FinishedAnswer answer, AnswerTrace trace, CancellationToken cancellationToken)
    {
        if (trace.TurnId != turnId)
        {
            throw new ArgumentException("The trace is of another turn.", nameof(trace));
        }

        return transactions.WriteAsync(
            async db =>
            {
                await KeepAnswerAsync(db.Turns.Where(t => t.Id == turnId), answer, cancellationToken).ConfigureAwait(false);
                var entry = await audit.AppendAsync(db, trace, cancellationToken).ConfigureAwait(false);
                var findings = trace.ReviewFindings.ToList();
                if (findings.Count > 0)
                {
                    await ReviewCases.FlagAsync(db, entry, [.. findings.Select(f => f.RuleId)], findings.Max(f => f.Severity), time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
                }

                return entry.Sequence;
            },
            cancellationToken);
    }

    public Task<bool> RenameAsync(Guid ownerId, Guid conversationId, string title, CancellationToken cancellationToken) =>
        transactions.WriteAsync(
            async db =>
            {
                var conversation = await db.Conversations.SingleOrDefaultAsync(c => c.Id == conversationId && c.OwnerId == ownerId, cancellationToken).ConfigureAwait(false);
                if (conversation is null)
                {
                    return false;
                }

                conversation.Title = title;
                conversation.TitleKey = SearchKey.Of(title);
                return true;
            },
            cancellationToken);

    public Task<bool> DeleteAsync(Guid ownerId, Guid conversationId, CancellationToken cancellationToken) =>
        transactions.WriteAsync(
            async db => await db.Conversations.Where(c => c.Id == conversationId && c.OwnerId == ownerId).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false) > 0,
            cancellationToken);

    public Task<bool> RateAsync(Guid ownerId, Guid turnId, Feedback feedback, CancellationToken cancellationToken) =>
        transactions.WriteAsync(
            async db =>
            {
                var reason = feedback.Reason is null ? null : StorableText.Clean(feedback.Reason);
                var rated = await db.Turns.Where(t => t.Id == turnId && t.Answer != null && t.Conversation!.OwnerId == ownerId)
                    .ExecuteUpdateAsync(t => t.SetProperty(x => x.Helpful, feedback.Helpful).SetProperty(x => x.FeedbackReason, reason), cancellationToken).ConfigureAwait(false);
                if (rated == 0)
                {
                    return false;
                }

                if (!feedback.Helpful)
                {
                    var entry = await db.AuditEntries.SingleAsync(e => e.TurnId == turnId, cancellationToken).ConfigureAwait(false);
                    var review = await ReviewCases.FlagAsync(db, entry, [ReviewCases.Feedback], PolicySeverity.Low, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
                    review.FeedbackReason = reason;
                }

                return true;
            },
            cancellationToken);

    public async Task<int> InterruptUnfinishedAsync(CancellationToken cancellationToken)
    {
        var unfinished = await transactions.ReadAsync(
            db => db.Turns.Where(t => t.Answer == null)
                .Join(db.Conversations, t => t.ConversationId, c => c.Id, (t, c) => new { Turn = t, c.OwnerId })
                .GroupJoin(db.Users, t => t.OwnerId, u => u.Id, (t, users) => new { t.Turn, t.OwnerId, UserName = users.Select(u => u.DisplayName).FirstOrDefault() })
                .OrderBy(t => t.Turn.AskedAt).ThenBy(t => t.Turn.Id)
                .ToListAsync(cancellationToken),
            cancellationToken).ConfigureAwait(false);

        var interrupted = 0;
        foreach (var turn in unfinished)
        {
            // What was shown of it was lost with the process; that it was asked and not answered goes on record.
            var answer = new FinishedAnswer(AnswerOutcome.Interrupted, GeneratorKind.None, null, "", [], [], [], 0);
            var trace = new AnswerTrace(
                turn.Turn.Id, turn.Turn.ConversationId, turn.OwnerId, turn.UserName ?? "", [], turn.Turn.Question, "", turn.Turn.AskedAt,
                null, null, null, null, [], [], [], null, [], AnswerOutcome.Interrupted, "", null);
            interrupted += await transactions.WriteAsync(
                async db =>
                {
                    // Deleted meanwhile, or ended by somebody else: then there is nothing to end.
                    var ended = await KeepAnswerAsync(db.Turns.Where(t => t.Id == trace.TurnId && t.Answer == null), answer, cancellationToken).ConfigureAwait(false);
                    if (ended > 0)
                    {
                        await audit.AppendAsync(db, trace, cancellationToken).ConfigureAwait(false);
                    }

                    return ended;
                },
                cancellationToken).ConfigureAwait(false);
        }

        return interrupted;
    }

    private static Task<int> KeepAnswerAsync(IQueryable<TurnRow> turn, FinishedAnswer answer, CancellationToken cancellationToken)
    {
        var json = StoredJson.Write(answer);
        return turn.ExecuteUpdateAsync(t => t.SetProperty(x => x.Answer, json), cancellationToken);
    }
}
