namespace Assistant.Inference.Host.Chat;

internal static class ChatRoutes
{
    public static void MapChat(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/chat/completions", ActivatorUtilities.CreateInstance<ChatEndpoint>(routes.ServiceProvider).CompleteAsync);
}
