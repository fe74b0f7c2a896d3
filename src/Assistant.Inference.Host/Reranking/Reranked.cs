namespace Assistant.Inference.Host.Reranking;

/// <param name="Results">Best first.</param>
/// <param name="Cut">Ours: how many pairs were longer than the model's context and were cut to it.</param>
internal sealed record Reranked(string Model, IReadOnlyList<RerankResult> Results, RerankUsage Usage, int Cut);

/// <param name="Index">Place in the request.</param>
internal sealed record RerankResult(int Index, float RelevanceScore, RerankDocument? Document);

internal sealed record RerankDocument(string Text);

internal sealed record RerankUsage(int PromptTokens, int TotalTokens);
