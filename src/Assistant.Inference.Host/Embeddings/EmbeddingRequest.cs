using System.Text.Json.Serialization;
using Assistant.Inference.Host.Json;

namespace Assistant.Inference.Host.Embeddings;

/// <summary>Body of POST /v1/embeddings.</summary>
/// <param name="Model">The embedder's name, or "embedder".</param>
/// <param name="Input">A text or texts; token ids are not taken.</param>
/// <param name="EncodingFormat">"float" or "base64" (little-endian 32-bit floats).</param>
/// <param name="Dimensions">Must be the model's own size when given.</param>
internal sealed record EmbeddingRequest(
    string? Model,
    [property: JsonConverter(typeof(TextListConverter))] IReadOnlyList<string>? Input,
    string? EncodingFormat,
    int? Dimensions);
