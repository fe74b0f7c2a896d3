using Assistant.Core.Answers;

namespace Assistant.Core.Conversations;

/// <summary>A conversation as the sidebar lists it.</summary>
public sealed record ConversationSummary(Guid Id, string Title, DateTimeOffset UpdatedAt);

/// <summary>A question and its answer.</summary>
/// <param name="Answer">Null while it is being made.</param>
public sealed record Turn(Guid Id, string Question, DateTimeOffset AskedAt, string? PinnedDomain, FinishedAnswer? Answer, Feedback? Feedback);

/// <summary>A user's judgement of an answer.</summary>
public sealed record Feedback(bool Helpful, string? Reason);
