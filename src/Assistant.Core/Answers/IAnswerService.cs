using Assistant.Core.Access;

namespace Assistant.Core.Answers;

/// <summary>
/// Takes questions and makes their answers in the background: an answer outlives the browser that asked for it
/// and is found again by its turn id.
/// </summary>
public interface IAnswerService
{
    /// <summary>Accepts a question, or says why not. Returns as soon as the turn is stored.</summary>
    Task<AskResult> AskAsync(AskRequest request, CancellationToken cancellationToken);

    /// <summary>The answer being made for a turn of this user; null when there is none (finished long ago, unknown, or another user's).</summary>
    ILiveAnswer? Find(Guid userId, Guid turnId);
}

/// <param name="ConversationId">An existing conversation of the user, or a new id.</param>
/// <param name="PinnedDomain">A domain the user chose, or null to let the router decide.</param>
public sealed record AskRequest(AssistantUser User, Guid ConversationId, string Question, string? PinnedDomain);

/// <summary>Whether a question was taken.</summary>
public abstract record AskResult
{
    private AskResult()
    {
    }

    public sealed record Accepted(Guid TurnId, ILiveAnswer Answer) : AskResult;

    /// <summary>Not taken. <paramref name="Message"/> is for the user: what is wrong and what to do.</summary>
    public sealed record Refused(AskRefusal Reason, string Message) : AskResult;
}

public enum AskRefusal
{
    Empty,
    TooLong,

    /// <summary>The user already waits for as many answers as allowed, or the queue is full.</summary>
    Busy,

    /// <summary>The conversation is not the user's.</summary>
    UnknownConversation,
}

/// <summary>An answer in the making. Thread-safe.</summary>
public interface ILiveAnswer
{
    Guid TurnId { get; }

    /// <summary>The latest state; immutable.</summary>
    AnswerSnapshot Snapshot { get; }

    /// <summary>Completes when a snapshot newer than <paramref name="version"/> is there.</summary>
    Task<AnswerSnapshot> WaitForChangeAsync(int version, CancellationToken cancellationToken);

    /// <summary>Asks for the end of generation; what was released stands.</summary>
    void Stop();
}

/// <param name="Version">Grows by one with every change.</param>
/// <param name="Text">Checked text released so far: Markdown with "[n]" markers.</param>
/// <param name="Finished">The finished answer, once it is recorded.</param>
public sealed record AnswerSnapshot(
    int Version,
    AnswerStage Stage,
    string Text,
    IReadOnlyList<Citation> Citations,
    IReadOnlyList<PolicyNotice> Notices,
    FinishedAnswer? Finished);

/// <summary>What the pipeline is doing, as the page tells the user.</summary>
public enum AnswerStage
{
    Queued,
    Routing,
    Retrieving,
    Generating,
    Finished,
}
