using Assistant.Core.Answers;
using Assistant.Core.Audit;
using Assistant.Core.Conversations;

namespace Assistant.Web.Tests.Chat.Doubles;

/// <summary>Conversations in memory.</summary>
internal sealed class FakeConversations : IConversationStore
{
    private readonly Dictionary<Guid, Stored> stored = [];

    public Guid Add(Guid owner, Guid conversationId, Guid turnId, string question, string? pinnedDomain = null, FinishedAnswer? answer = null, DateTimeOffset? at = null)
    {
        var conversation = stored.TryGetValue(conversationId, out var known) ? known : stored[conversationId] = new Stored(owner, question, at ?? DateTimeOffset.UnixEpoch, []);
        conversation.Turns.Add(new Turn(turnId, question, conversation.UpdatedAt, pinnedDomain, answer, Feedback: null));
        return turnId;
    }

    public Task<IReadOnlyList<ConversationSummary>> ListAsync(Guid ownerId, string? search, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ConversationSummary>>(
        [
            .. stored.Where(c => c.Value.Owner == ownerId && (search is null || c.Value.Title.Contains(search, StringComparison.OrdinalIgnoreCase)))
                .Select(c => new ConversationSummary(c.Key, c.Value.Title, c.Value.UpdatedAt)).OrderByDescending(c => c.UpdatedAt),
        ]);

    public Task<IReadOnlyList<Turn>?> ReadAsync(Guid ownerId, Guid conversationId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Turn>?>(stored.TryGetValue(conversationId, out var found) && found.Owner == ownerId ? [.. found.Turns] : null);

    public Task<bool> AskAsync(Guid ownerId, Guid conversationId, Guid turnId, string question, string? pinnedDomain, CancellationToken cancellationToken)
    {
        Add(ownerId, conversationId, turnId, question, pinnedDomain);
        return Task.FromResult(true);
    }

    public Task RecordAnswerAsync(Guid turnId, FinishedAnswer answer, AnswerTrace trace, CancellationToken cancellationToken)
    {
        Change(turnId, t => t with { Answer = answer });
        return Task.CompletedTask;
    }

    public Task<bool> RenameAsync(Guid ownerId, Guid conversationId, string title, CancellationToken cancellationToken)
    {
        var found = stored.TryGetValue(conversationId, out var conversation) && conversation.Owner == ownerId;
        if (found)
        {
            stored[conversationId] = conversation! with { Title = title };
        }

        return Task.FromResult(found);
    }

    public Task<bool> DeleteAsync(Guid ownerId, Guid conversationId, CancellationToken cancellationToken) => Task.FromResult(stored.Remove(conversationId));

    public Task<bool> RateAsync(Guid ownerId, Guid turnId, Feedback feedback, CancellationToken cancellationToken) =>
        Task.FromResult(stored.Values.Any(c => c.Owner == ownerId) && Change(turnId, t => t with { Feedback = feedback }));

    public Task<int> InterruptUnfinishedAsync(CancellationToken cancellationToken) => Task.FromResult(0);

    private bool Change(Guid turnId, Func<Turn, Turn> change)
    {
        foreach (var turns in stored.Values.Select(c => c.Turns))
        {
            var at = turns.FindIndex(t => t.Id == turnId);
            if (at >= 0)
            {
                turns[at] = change(turns[at]);
                return true;
            }
        }

        return false;
    }

    private sealed record Stored(Guid Owner, string Title, DateTimeOffset UpdatedAt, List<Turn> Turns);
}
