using Assistant.Core.Answers;
using Assistant.Core.Audit;

namespace Assistant.Core.Conversations;

/// <summary>Conversations and their turns. Every call names the owner; another user's conversation does not exist.</summary>
public interface IConversationStore
{
    /// <summary>Newest first. <paramref name="search"/> matches titles and questions; null for all.</summary>
    Task<IReadOnlyList<ConversationSummary>> ListAsync(Guid ownerId, string? search, CancellationToken cancellationToken);

    /// <summary>The turns, oldest first; null when the owner has no such conversation.</summary>
    Task<IReadOnlyList<Turn>?> ReadAsync(Guid ownerId, Guid conversationId, CancellationToken cancellationToken);

    /// <summary>Adds a turn without an answer; makes the conversation, titled after the question, when the id is new.</summary>
    /// <returns>False when the conversation belongs to somebody else.</returns>
    Task<bool> AskAsync(Guid ownerId, Guid conversationId, Guid turnId, string question, string? pinnedDomain, CancellationToken cancellationToken);

    /// <summary>
    /// Writes the answer, its audit entry and, when it was flagged, its review case in one transaction.
    /// If this fails, the answer does not count as given. The turn may be gone (conversation deleted): the audit entry is written all the same.
    /// </summary>
    Task RecordAnswerAsync(Guid turnId, FinishedAnswer answer, AnswerTrace trace, CancellationToken cancellationToken);

    Task<bool> RenameAsync(Guid ownerId, Guid conversationId, string title, CancellationToken cancellationToken);

    /// <summary>Removes the conversation from the user's sight; audit entries stay.</summary>
    Task<bool> DeleteAsync(Guid ownerId, Guid conversationId, CancellationToken cancellationToken);

    /// <summary>Keeps a judgement of an answer; "not helpful" opens a review case.</summary>
    Task<bool> RateAsync(Guid ownerId, Guid turnId, Feedback feedback, CancellationToken cancellationToken);

    /// <summary>Ends the turns whose answer was being made when the process stopped. Returns how many.</summary>
    Task<int> InterruptUnfinishedAsync(CancellationToken cancellationToken);
}
