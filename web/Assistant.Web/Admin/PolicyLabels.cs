using Assistant.Core.Policies;

namespace Assistant.Web.Admin;

/// <summary>What the pages call the parts of a policy decision.</summary>
internal static class PolicyLabels
{
    public static string Of(PolicyStage stage) => stage switch
    {
        PolicyStage.Input => "questions",
        PolicyStage.Passage => "passages",
        PolicyStage.Output => "answers",
        _ => stage.ToString(),
    };

    public static string Of(PolicyAction action) => action switch
    {
        PolicyAction.Allow => "Allow",
        PolicyAction.Annotate => "Show with a notice",
        PolicyAction.Redact => "Redact",
        PolicyAction.Withhold => "Withhold",
        PolicyAction.Block => "Block",
        _ => action.ToString(),
    };
}
