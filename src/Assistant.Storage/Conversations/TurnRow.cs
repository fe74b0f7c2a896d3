using Assistant.Core.Answers;
using Assistant.Core.Conversations;
using Assistant.Storage.Database;

namespace Assistant.Storage.Conversations;

internal sealed class TurnRow
{
    public Guid Id { get; init; }

    public Guid ConversationId { get; init; }

    public ConversationRow? Conversation { get; init; }

    /// <summary>Position within the conversation, from 1.</summary>
    public int Number { get; init; }

    public required string Question { get; init; }

    /// <summary>The question as searches compare it; see <see cref="SearchKey"/>.</summary>
    public required string QuestionKey { get; init; }

    public DateTimeOffset AskedAt { get; init; }

    public string? PinnedDomain { get; init; }

    /// <summary>The <see cref="FinishedAnswer"/> as JSON; null while it is being made.</summary>
    public string? Answer { get; set; }

    public bool? Helpful { get; set; }

    public string? FeedbackReason { get; set; }

    public Turn ToTurn() => new(
        Id,
        Question,
        AskedAt,
        PinnedDomain,
        Answer is null ? null : StoredJson.Read<FinishedAnswer>(Answer),
        Helpful is { } helpful ? new Feedback(helpful, FeedbackReason) : null);
}
