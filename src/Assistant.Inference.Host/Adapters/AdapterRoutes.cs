using Assistant.Inference.Host.Security;

namespace Assistant.Inference.Host.Adapters;

internal static class AdapterRoutes
{
    public static void MapAdapters(this IEndpointRouteBuilder routes)
    {
        var endpoints = ActivatorUtilities.CreateInstance<AdapterEndpoints>(routes.ServiceProvider);
        routes.MapPost("/v1/adapters", endpoints.LoadAsync).WithMetadata(Access.Admin);
        routes.MapDelete("/v1/adapters/{name}", endpoints.Unload).WithMetadata(Access.Admin);
    }
}
