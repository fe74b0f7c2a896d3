using Assistant.Inference.Host.Errors;
using Assistant.Inference.Host.Lifetime;

namespace Assistant.Inference.Host.Embeddings;

/// <summary>POST /v1/embeddings.</summary>
internal static class EmbeddingRoutes
{
    private const int MostTexts = 2_048;

    public static void MapEmbeddings(this IEndpointRouteBuilder routes) => routes.MapPost("/v1/embeddings", EmbedAsync);

    private static async Task<IResult> EmbedAsync(EmbeddingRequest request, EngineSlot slot, CancellationToken cancellationToken)
    {
        if (slot.FindEmbedder(request.Model, out var embedder) is { } unavailable)
        {
            return unavailable;
        }

        if (Check(request, embedder.Dimensions) is { } error)
        {
            return error;
        }

        var batch = await embedder.EmbedAsync(request.Input!, cancellationToken);
        var format = request.EncodingFormat ?? VectorEncoding.Numbers;
        var items = batch.Vectors.Select((vector, i) => new EmbeddingItem(i, VectorEncoding.Write(vector, format)));
        return TypedResults.Ok(new EmbeddingList([.. items], embedder.Model.Name, new(batch.Tokens, batch.Tokens), batch.Cut));
    }

    private static ApiError? Check(EmbeddingRequest request, int dimensions) => request switch
    {
        { Input: not { Count: > 0 } } => ApiError.Invalid("input", "input must be a text or a list of texts."),
        { Input.Count: > MostTexts } => ApiError.Invalid("input", $"input holds {request.Input.Count} texts, but at most {MostTexts} are taken."),
        _ when request.Input.Any(string.IsNullOrEmpty) => ApiError.Invalid("input", "input holds an empty text."),
        { EncodingFormat: not (null or VectorEncoding.Numbers or VectorEncoding.Base64) } => ApiError.Invalid("encoding_format", "encoding_format must be float or base64."),
        { Dimensions: { } wanted } when wanted != dimensions => ApiError.Invalid("dimensions", $"This model's vectors have {dimensions} dimensions: leave dimensions out."),
        _ => null,
    };
}
