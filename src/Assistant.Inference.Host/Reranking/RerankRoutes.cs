using Assistant.Inference.Host.Errors;
using Assistant.Inference.Host.Generation;
using Assistant.Inference.Host.Lifetime;

namespace Assistant.Inference.Host.Reranking;

/// <summary>POST /v1/rerank.</summary>
internal static class RerankRoutes
{
    private const int MostDocuments = 2_048;

    public static void MapReranking(this IEndpointRouteBuilder routes) => routes.MapPost("/v1/rerank", RerankAsync);

    private static async Task<IResult> RerankAsync(RerankRequest request, EngineSlot slot, CancellationToken cancellationToken)
    {
        if (slot.FindReranker(request.Model, out var reranker) is { } unavailable)
        {
            return unavailable;
        }

        if (Check(request) is { } error)
        {
            return error;
        }

        var documents = request.Documents!;
        var batch = await reranker.RerankAsync(request.Query!, documents, cancellationToken);
        var results = batch.Scores
            .Select((score, i) => new RerankResult(i, score, request.ReturnDocuments == true ? new(documents[i]) : null))
            .OrderByDescending(r => r.RelevanceScore).ThenBy(r => r.Index)
            .Take(request.TopN ?? documents.Count);
        return TypedResults.Ok(new Reranked(reranker.Model.Name, [.. results], new(batch.Tokens, batch.Tokens), batch.Cut));
    }

    private static ApiError? Check(RerankRequest request) => request switch
    {
        { Query: null or "" } => ApiError.Invalid("query", "query is missing."),
        { Documents: not { Count: > 0 } } => ApiError.Invalid("documents", "documents must hold at least one text."),
        { Documents.Count: > MostDocuments } => ApiError.Invalid("documents", $"documents holds {request.Documents.Count} texts, but at most {MostDocuments} are taken."),
        _ => FieldRules.Within("top_n", request.TopN, 1, int.MaxValue),
    };
}
