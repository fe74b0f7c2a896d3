namespace Assistant.Storage.Conversations;

internal sealed class ConversationRow
{
    public Guid Id { get; init; }

    public Guid OwnerId { get; init; }

    public required string Title { get; set; }

    /// <summary>The title as searches compare it; see <see cref="SearchKey"/>.</summary>
    public required string TitleKey { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public List<TurnRow> Turns { get; init; } = [];
}
