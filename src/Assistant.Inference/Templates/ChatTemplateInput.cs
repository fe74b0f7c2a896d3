using System.Text.Json.Nodes;

namespace Assistant.Inference.Templates;

/// <summary>What a chat template is rendered with.</summary>
internal sealed record ChatTemplateInput(IReadOnlyList<ChatTurn> Messages)
{
    /// <summary>Tool definitions in OpenAI's form; <c>tools</c> is <c>none</c> without them.</summary>
    public JsonArray? Tools { get; init; }

    /// <summary>True to end with the beginning of an assistant message.</summary>
    public bool AddGenerationPrompt { get; init; } = true;

    public string BosToken { get; init; } = "";

    public string EosToken { get; init; } = "";

    /// <summary>Further variables by name, such as <c>enable_thinking</c> or <c>documents</c>; they don't replace the ones above.</summary>
    public JsonObject? Variables { get; init; }
}
