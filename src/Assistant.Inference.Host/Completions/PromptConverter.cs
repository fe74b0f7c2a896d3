using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Assistant.Inference.Host.Completions;

/// <summary>A string or a list of token ids; OpenAI's clients also send either of them alone in a list.</summary>
internal sealed class PromptConverter : JsonConverter<Prompt>
{
    public override Prompt Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var node = JsonNode.Parse(ref reader);
        return Read(node) ?? (node is JsonArray { Count: 1 } list ? Read(list[0]) : null)
            ?? throw new JsonException("prompt must be one text or one list of token ids.");
    }

    public override void Write(Utf8JsonWriter writer, Prompt value, JsonSerializerOptions options) => throw new NotSupportedException();

    private static Prompt? Read(JsonNode? node) => node switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => new(text, null),
        JsonArray { Count: > 0 } list when list.Select(Token).ToList() is var tokens && tokens.TrueForAll(t => t is not null) => new(null, [.. tokens.Select(t => t!.Value)]),
        _ => null,
    };

    private static int? Token(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var token) ? token : null;
}
