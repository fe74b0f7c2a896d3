using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Assistant.Inference.Host.Chat;

/// <summary>The content of a message: a string, or a list of parts.</summary>
internal sealed class ContentConverter : JsonConverter<IReadOnlyList<ContentPart>>
{
    private const string Text = "text";

    public override IReadOnlyList<ContentPart>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => [new(Text, reader.GetString())],
        JsonTokenType.StartArray => [.. JsonNode.Parse(ref reader)!.AsArray().Select(Part)],
        _ => throw new JsonException("content must be a string or a list of parts."),
    };

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<ContentPart> value, JsonSerializerOptions options) => throw new NotSupportedException();

    private static ContentPart Part(JsonNode? node) => node is JsonObject part
        ? new(StringOf(part, "type"), StringOf(part, Text))
        : throw new JsonException("Each part of content must be an object.");

    private static string? StringOf(JsonObject part, string field) =>
        part[field] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
