using Assistant.Web.Chat.Conversations;

namespace Assistant.Web.Chat.Messages;

/// <summary>The words for answers that did not come out as asked for.</summary>
internal static class TurnOutcomeText
{
    /// <summary>Null for a plain answer.</summary>
    public static string? Heading(TurnState state) => state switch
    {
        TurnState.NoSupport => "Nothing in your documents supports an answer",
        TurnState.Withheld => "The answer was withheld",
        TurnState.Blocked => "This question was not answered",
        TurnState.Stopped => "You stopped this answer",
        TurnState.Failed => "The answer could not be made",
        TurnState.Interrupted => "This answer was interrupted",
        _ => null,
    };

    public static string? Explanation(TurnState state) => state switch
    {
        TurnState.Withheld => "No sentence of it passed the checks that every answer goes through.",
        TurnState.Blocked => "A policy of your company stopped it.",
        TurnState.Failed => "Something went wrong on the server. Your question is kept: try again in a moment.",
        TurnState.Interrupted => "The server was restarted while it was being written. Ask again to get a complete one.",
        _ => null,
    };
}
