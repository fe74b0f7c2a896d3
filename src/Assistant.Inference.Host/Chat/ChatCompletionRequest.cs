using System.Text.Json.Nodes;
using Assistant.Inference.Host.Generation;

namespace Assistant.Inference.Host.Chat;

/// <summary>Body of POST /v1/chat/completions. Fields that are not listed are ignored.</summary>
internal sealed record ChatCompletionRequest : GenerationFields
{
    public IReadOnlyList<ChatMessage>? Messages { get; init; }

    /// <summary>The newer name of max_tokens.</summary>
    public int? MaxCompletionTokens { get; init; }

    /// <summary>Handed to the model's chat template as they are.</summary>
    public JsonArray? Tools { get; init; }

    /// <summary>"auto", "none", "required", or the one function to call.</summary>
    public JsonNode? ToolChoice { get; init; }

    public ResponseFormat? ResponseFormat { get; init; }

    public bool? Logprobs { get; init; }

    public int? TopLogprobs { get; init; }

    /// <summary>Variables of the chat template, e.g. enable_thinking.</summary>
    public JsonObject? ChatTemplateKwargs { get; init; }
}

/// <param name="Type">"text", "json_object" or "json_schema".</param>
internal sealed record ResponseFormat(string? Type, JsonSchemaFormat? JsonSchema);

internal sealed record JsonSchemaFormat(string? Name, JsonNode? Schema);
