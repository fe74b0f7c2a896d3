using System.Text.Json.Nodes;

namespace Assistant.Inference.Generation;

/// <summary>A conversation to be rendered with the model's own chat template.</summary>
public sealed record ChatPrompt
{
    public required IReadOnlyList<ChatPromptMessage> Messages { get; init; }

    /// <summary>Tools in OpenAI's format, passed to the template as they are.</summary>
    public JsonArray? Tools { get; init; }

    /// <summary>Ends the prompt with the start of the assistant's turn.</summary>
    public bool AddGenerationPrompt { get; init; } = true;

    /// <summary>Further variables of the template, e.g. enable_thinking.</summary>
    public JsonObject? Variables { get; init; }
}

/// <param name="Role">"system", "user", "assistant" or "tool".</param>
/// <param name="ToolCalls">Calls of an assistant turn, in OpenAI's format.</param>
public sealed record ChatPromptMessage(string Role, string Content, JsonArray? ToolCalls = null, string? ToolCallId = null, string? Name = null);

/// <summary>Tokens, or what is wrong with the conversation.</summary>
public abstract record PromptResult
{
    private PromptResult()
    {
    }

    public sealed record Built(int[] Tokens) : PromptResult;

    public sealed record Refused(string Message) : PromptResult;
}
