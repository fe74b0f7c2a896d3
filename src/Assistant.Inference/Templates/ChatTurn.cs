namespace Assistant.Inference.Templates;

/// <summary>One message of a conversation, as a chat template sees it.</summary>
/// <param name="Role"><c>system</c>, <c>user</c>, <c>assistant</c>, <c>tool</c> or whatever the template knows.</param>
internal sealed record ChatTurn(string Role, string Content)
{
    public string? Name { get; init; }

    /// <summary>The calls that an assistant message makes.</summary>
    public IReadOnlyList<ChatToolCall> ToolCalls { get; init; } = [];

    /// <summary>The call that a tool message answers.</summary>
    public string? ToolCallId { get; init; }

    /// <summary>What the model thought before it answered; templates know it as <c>reasoning_content</c>.</summary>
    public string? Reasoning { get; init; }
}

/// <param name="Arguments">JSON text; an object is handed to the template as an object, anything else as a string.</param>
internal sealed record ChatToolCall(string Id, string Name, string Arguments);
