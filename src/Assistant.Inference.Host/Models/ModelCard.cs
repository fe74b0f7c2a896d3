using System.Text.Json.Serialization;
using Assistant.Inference.Status;

namespace Assistant.Inference.Host.Models;

/// <summary>A model in OpenAI's form, with our own fields.</summary>
/// <param name="Created">Unix time.</param>
/// <param name="Kind">"base", "adapter", "embedder" or "reranker".</param>
/// <param name="Hash">SHA-256 of the file, lower-case hexadecimal.</param>
/// <param name="Context">Most tokens of one request.</param>
/// <param name="Parent">The base model of an adapter.</param>
internal sealed record ModelCard(
    string Id,
    long Created,
    string Kind,
    string Hash,
    long SizeBytes,
    int? Context = null,
    int? Rank = null,
    float? Alpha = null,
    string? Parent = null)
{
    [JsonPropertyOrder(-1)]
    public string Object => "model";

    public string OwnedBy => "assistant";

    public static ModelCard Of(ModelDescription model, string kind, DateTimeOffset loaded) =>
        new(model.Name, loaded.ToUnixTimeSeconds(), kind, model.Hash, model.SizeBytes, model.ContextTokens);

    public static ModelCard Of(AdapterDescription adapter, ModelDescription parent) =>
        new(adapter.Name, adapter.LoadedAt.ToUnixTimeSeconds(), "adapter", adapter.Hash, adapter.SizeBytes, parent.ContextTokens, adapter.Rank, adapter.Alpha, parent.Name);
}

internal sealed record ModelList(IReadOnlyList<ModelCard> Data)
{
    [JsonPropertyOrder(-1)]
    public string Object => "list";
}

internal sealed record DeletedModel(string Id, bool Deleted)
{
    public string Object => "model";
}
