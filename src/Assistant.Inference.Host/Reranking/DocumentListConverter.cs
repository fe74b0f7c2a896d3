using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Assistant.Inference.Host.Reranking;

/// <summary>A list of texts, or of objects with a field "text".</summary>
internal sealed class DocumentListConverter : JsonConverter<IReadOnlyList<string>>
{
    public override IReadOnlyList<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonNode.Parse(ref reader) is JsonArray list
            ? [.. list.Select(Text)]
            : throw new JsonException("documents must be a list.");

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options) => throw new NotSupportedException();

    private static string Text(JsonNode? document) =>
        (document is JsonObject fields ? fields["text"] : document) is JsonValue value && value.TryGetValue<string>(out var text)
            ? text
            : throw new JsonException("Each document must be a text, or an object with a field \"text\".");
}
