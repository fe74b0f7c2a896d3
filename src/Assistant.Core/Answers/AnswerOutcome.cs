namespace Assistant.Core.Answers;

/// <summary>How an answer ended.</summary>
public enum AnswerOutcome
{
    Answered,

    /// <summary>Nothing in the documents that this user may read supports an answer.</summary>
    NoSupport,

    /// <summary>The gate let no sentence through.</summary>
    Withheld,

    /// <summary>A rule stopped it, at the question or in the answer.</summary>
    Blocked,

    /// <summary>The user stopped it; what was released stands.</summary>
    Stopped,

    /// <summary>A stage failed; the user is asked to try again.</summary>
    Failed,

    /// <summary>The process ended while it was being made.</summary>
    Interrupted,
}
