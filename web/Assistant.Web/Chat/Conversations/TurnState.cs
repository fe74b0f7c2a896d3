namespace Assistant.Web.Chat.Conversations;

/// <summary>What the page shows for a turn. The later ones follow <see cref="Core.Answers.AnswerOutcome"/>.</summary>
public enum TurnState
{
    /// <summary>Being made.</summary>
    Working,
    Answered,
    NoSupport,
    Withheld,
    Blocked,
    Stopped,
    Failed,

    /// <summary>Was being made when the server stopped; asking again is all that helps.</summary>
    Interrupted,
}
