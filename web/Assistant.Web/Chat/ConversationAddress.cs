namespace Assistant.Web.Chat;

/// <summary>The stable address of a conversation: "/c/{id}".</summary>
internal static class ConversationAddress
{
    private const string Prefix = "c/";

    public static string Of(Guid conversationId) => $"/{Prefix}{conversationId}";

    /// <summary>The conversation that a path relative to the application's root names; null for other pages.</summary>
    public static Guid? IdOf(string relativePath)
    {
        var path = relativePath.Split('?', '#')[0];
        return path.StartsWith(Prefix, StringComparison.Ordinal) && Guid.TryParse(path.AsSpan(Prefix.Length), out var id) ? id : null;
    }
}
