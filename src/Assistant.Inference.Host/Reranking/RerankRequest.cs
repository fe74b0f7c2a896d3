using System.Text.Json.Serialization;

namespace Assistant.Inference.Host.Reranking;

/// <summary>Body of POST /v1/rerank, in Cohere's and Jina's form.</summary>
/// <param name="Model">The reranker's name or "reranker"; null for the one there is.</param>
/// <param name="Documents">Texts, or objects with a field "text".</param>
/// <param name="TopN">How many results to return; null for all.</param>
/// <param name="ReturnDocuments">Repeats each result's text.</param>
internal sealed record RerankRequest(
    string? Model,
    string? Query,
    [property: JsonConverter(typeof(DocumentListConverter))] IReadOnlyList<string>? Documents,
    int? TopN,
    bool? ReturnDocuments);
