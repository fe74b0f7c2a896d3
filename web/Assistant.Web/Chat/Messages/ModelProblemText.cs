using Assistant.Core.Answers;

namespace Assistant.Web.Chat.Messages;

/// <summary>The words for a language model that did not write an answer.</summary>
internal static class ModelProblemText
{
    /// <summary>What was the matter; null where the answer's outcome says it.</summary>
    public static string? Of(ModelProblem problem) => problem switch
    {
        ModelProblem.Starting => "The language model is still starting.",
        ModelProblem.Restarting => "The language model is being restarted.",
        ModelProblem.Unusable => "The language model cannot run; your administrators see why.",
        ModelProblem.Busy => "The language model is busy with other questions.",
        ModelProblem.Failed => "The language model failed.",
        _ => null,
    };

    public static string Advice(ModelProblem problem) =>
        problem == ModelProblem.Unusable ? "" : "Ask again in a moment for a written one.";
}
