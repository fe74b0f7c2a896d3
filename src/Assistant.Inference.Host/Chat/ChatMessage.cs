using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Assistant.Inference.Host.Chat;

/// <summary>A message of the request.</summary>
/// <param name="Role">"system", "developer", "user", "assistant" or "tool".</param>
internal sealed record ChatMessage(
    string? Role,
    [property: JsonConverter(typeof(ContentConverter))] IReadOnlyList<ContentPart>? Content,
    string? Name = null,
    JsonArray? ToolCalls = null,
    string? ToolCallId = null);

/// <param name="Type">"text"; other kinds are read, to be refused by name.</param>
internal sealed record ContentPart(string? Type, string? Text);
