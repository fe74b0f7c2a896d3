using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Assistant.Inference.Host.Embeddings;

/// <summary>Vectors in OpenAI's form.</summary>
/// <param name="Cut">Ours: how many texts were longer than the model's context and were cut to it.</param>
internal sealed record EmbeddingList(IReadOnlyList<EmbeddingItem> Data, string Model, EmbeddingUsage Usage, int Cut)
{
    [JsonPropertyOrder(-1)]
    public string Object => "list";
}

/// <param name="Embedding">A list of numbers, or base64.</param>
internal sealed record EmbeddingItem(int Index, JsonNode Embedding)
{
    [JsonPropertyOrder(-1)]
    public string Object => "embedding";
}

internal sealed record EmbeddingUsage(int PromptTokens, int TotalTokens);
