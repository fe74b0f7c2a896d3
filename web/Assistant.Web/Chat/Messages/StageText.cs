using Assistant.Core.Answers;
using Assistant.Web.Chat.Conversations;

namespace Assistant.Web.Chat.Messages;

/// <summary>What the page says about the making of an answer.</summary>
internal static class StageText
{
    public static string Of(AnswerStage stage) => stage switch
    {
        AnswerStage.Queued => "Waiting for a free place…",
        AnswerStage.Routing => "Reading your question…",
        AnswerStage.Retrieving => "Searching your documents…",
        AnswerStage.Generating => "Writing and checking each sentence…",
        _ => "Finishing…",
    };

    /// <summary>What is announced when an answer has ended.</summary>
    public static string Done(TurnView turn) => turn.State switch
    {
        TurnState.Answered => turn.Citations.Count == 1 ? "Answer complete, 1 source" : $"Answer complete, {turn.Citations.Count} sources",
        TurnState.Stopped => "Answer stopped",
        _ => TurnOutcomeText.Heading(turn) ?? "",
    };
}
