using Assistant.Inference.Adapters;
using Assistant.Inference.Host.Errors;
using Assistant.Inference.Host.Lifetime;
using Assistant.Inference.Host.Models;
using Microsoft.Extensions.Options;

namespace Assistant.Inference.Host.Adapters;

/// <summary>Loading and unloading of adapters while others are served, for administrators.</summary>
internal sealed class AdapterEndpoints(EngineSlot slot, IOptions<ServerOptions> options)
{
    public async Task<IResult> LoadAsync(AdapterRequest request, CancellationToken cancellationToken)
    {
        if (slot.FindGeneration(out var engine) is { } unavailable)
        {
            return unavailable;
        }

        if (request.Name is null || !AdapterName.IsValid(request.Name) || request.Name == engine.Model.Name)
        {
            return ApiError.Invalid("name", "name must consist of letters, digits, '@', '-', '_' and '.', such as \"hr@3\", and not be the base model's.");
        }

        if (string.IsNullOrWhiteSpace(request.Path))
        {
            return ApiError.Invalid("path", "path must name the adapter's GGUF file on the server.");
        }

        if (AdapterFolder.Resolve(options.Value.AdapterFolder, request.Path) is not { } path)
        {
            return ApiError.Invalid("path", "path must be below the folder that Host:AdapterFolder names.", "path_not_allowed");
        }

        switch (await engine.LoadAdapterAsync(request.Name, path, cancellationToken))
        {
            case AdapterResult.Loaded loaded:
                return TypedResults.Ok(ModelCard.Of(loaded.Adapter, engine.Model));
            case AdapterResult.Refused refused:
                return ApiError.Invalid("path", refused.Message, "invalid_adapter");
            case var other:
                throw new InvalidOperationException($"Unknown outcome {other}.");
        }
    }

    public IResult Unload(string name)
    {
        if (slot.FindGeneration(out var engine) is { } unavailable)
        {
            return unavailable;
        }

        return engine.UnloadAdapter(name)
            ? TypedResults.Ok(new DeletedModel(name, true))
            : ApiError.ModelNotFound($"There is no adapter \"{name}\" here.");
    }
}
