using Assistant.Core.Answers;
using Assistant.Web.Chat.Conversations;

namespace Assistant.Web.Chat.Messages;

/// <summary>The words for answers that did not come out as asked for.</summary>
internal static class TurnOutcomeText
{
    /// <summary>Null for a plain answer.</summary>
    public static string? Heading(TurnView turn) => turn.State switch
    {
        TurnState.Failed when BrokeOff(turn) => "The language model stopped before the end",
        TurnState.NoSupport => "Nothing in your documents supports an answer",
        TurnState.Withheld => "The answer was withheld",
        TurnState.Blocked => "This question was not answered",
        TurnState.Stopped => "You stopped this answer",
        TurnState.Failed => "The answer could not be made",
        TurnState.Interrupted => "This answer was interrupted",
        _ => null,
    };

    public static string? Explanation(TurnView turn) => turn.State switch
    {
        TurnState.Failed when BrokeOff(turn) => "What stands above passed every check, but more was to come. Ask again for a complete answer.",
        TurnState.Withheld => "No sentence of it passed the checks that every answer goes through.",
        TurnState.Blocked => "A policy of your company stopped it.",
        TurnState.Failed => "Something went wrong on the server. Your question is kept: try again in a moment.",
        TurnState.Interrupted => "The server was restarted while it was being written. Ask again to get a complete one.",
        _ => null,
    };

    private static bool BrokeOff(TurnView turn) => turn.Answer?.Problem == ModelProblem.BrokeOff;
}
