using Assistant.Inference.Host.Errors;
using Assistant.Inference.Host.Lifetime;

namespace Assistant.Inference.Host.Models;

internal static class ModelEndpoints
{
    public static void MapModels(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/models", IResult (EngineSlot slot) =>
            slot.Find(out var engines) is { } error ? error : TypedResults.Ok(new ModelList([.. Cards(engines)])));
        routes.MapGet("/v1/models/{id}", IResult (string id, EngineSlot slot) => slot.Find(out var engines) is { } error ? error : Find(engines, id));
    }

    private static IResult Find(LoadedEngines engines, string id)
    {
        var wanted = id == ModelName.Base && engines.Generation is { } engine ? engine.Model.Name : id;
        return Cards(engines).FirstOrDefault(c => c.Id == wanted) is { } card
            ? TypedResults.Ok(card)
            : ApiError.ModelNotFound($"There is no model \"{id}\" here; GET /v1/models lists those there are.");
    }

    private static IEnumerable<ModelCard> Cards(LoadedEngines engines)
    {
        if (engines.Generation is { } engine)
        {
            var status = engine.Status;
            yield return ModelCard.Of(status.Model, "base", engines.LoadedAt);
            foreach (var adapter in status.Adapters)
            {
                yield return ModelCard.Of(adapter, status.Model);
            }
        }

        if (engines.Embedder is { } embedder)
        {
            yield return ModelCard.Of(embedder.Model, "embedder", engines.LoadedAt);
        }

        if (engines.Reranker is { } reranker)
        {
            yield return ModelCard.Of(reranker.Model, "reranker", engines.LoadedAt);
        }
    }
}
