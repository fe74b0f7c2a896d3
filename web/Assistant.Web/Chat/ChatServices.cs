using Assistant.Web.Chat.Conversations;
using Assistant.Web.Chat.Rendering;
using Assistant.Web.Chat.Sources;
using Assistant.Web.Chat.Starters;
using Assistant.Web.Shared;

namespace Assistant.Web.Chat;

internal static class ChatServices
{
    /// <summary>Adds what the chat pages and the components shared by all pages need.</summary>
    public static IServiceCollection AddChat(this IServiceCollection services) => services
        .AddSingleton<AnswerMarkdown>()
        .AddSingleton<QuoteFinder>()
        .AddSingleton<SourceReader>()
        .AddSingleton(provider => new StarterQuestions(provider.GetRequiredService<IConfiguration>().GetValue<bool>("Ingestion:Samples")))
        .AddSingleton<ConversationViews>()
        .AddScoped<Browser>()
        .AddScoped<ChatBrowser>()
        .AddScoped<BrowserTimeZone>()
        .AddScoped<SidebarState>()
        .AddScoped<Announcements>();
}
