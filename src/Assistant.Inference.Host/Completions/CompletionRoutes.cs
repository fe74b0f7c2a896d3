namespace Assistant.Inference.Host.Completions;

internal static class CompletionRoutes
{
    public static void MapCompletions(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/completions", ActivatorUtilities.CreateInstance<CompletionEndpoint>(routes.ServiceProvider).CompleteAsync);
}
