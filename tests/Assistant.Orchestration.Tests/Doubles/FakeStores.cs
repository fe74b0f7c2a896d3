using System.Collections.Concurrent;
using Assistant.Core.Access;
using Assistant.Core.Answers;
using Assistant.Core.Audit;
using Assistant.Core.Conversations;

namespace Assistant.Orchestration.Tests.Doubles;

/// <summary>Conversations in memory.</summary>
internal sealed class MemoryConversations : IConversationStore
{
    private readonly ConcurrentDictionary<Guid, (Guid Owner, List<Turn> Turns)> conversations = new();

    public ConcurrentDictionary<Guid, (FinishedAnswer Answer, AnswerTrace Trace)> Recorded { get; } = new();

    public Exception? RecordFailure { get; set; }

    public Task<IReadOnlyList<Turn>?> ReadAsync(Guid ownerId, Guid conversationId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Turn>?>(conversations.TryGetValue(conversationId, out var c) && c.Owner == ownerId ? [.. c.Turns] : null);

    public Task<bool> AskAsync(Guid ownerId, Guid conversationId, Guid turnId, string question, string? pinnedDomain, CancellationToken cancellationToken)
    {
        var (owner, turns) = conversations.GetOrAdd(conversationId, _ => (ownerId, []));
        if (owner != ownerId)
        {
            return Task.FromResult(false);
        }

        turns.Add(new Turn(turnId, question, DateTimeOffset.UnixEpoch, pinnedDomain, null, null));
        return Task.FromResult(true);
    }

    public Task RecordAnswerAsync(Guid turnId, FinishedAnswer answer, AnswerTrace trace, CancellationToken cancellationToken)
    {
        if (RecordFailure is not null)
        {
            throw RecordFailure;
        }

        Recorded[turnId] = (answer, trace);
        return Task.CompletedTask;
    }

    public Task<int> InterruptUnfinishedAsync(CancellationToken cancellationToken) => Task.FromResult(0);

    public Task<IReadOnlyList<ConversationSummary>> ListAsync(Guid ownerId, string? search, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> RenameAsync(Guid ownerId, Guid conversationId, string title, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> DeleteAsync(Guid ownerId, Guid conversationId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> RateAsync(Guid ownerId, Guid turnId, Feedback feedback, CancellationToken cancellationToken) => throw new NotSupportedException();
}

internal static class Users
{
    public static AssistantUser Anna { get; } = new(Guid.NewGuid(), "Anna", [Roles.Employee], AccessScope.ForGroups(["engineering"]));

    public static AssistantUser Ben { get; } = new(Guid.NewGuid(), "Ben", [Roles.Employee], AccessScope.ForGroups(["hr-team"]));
}
