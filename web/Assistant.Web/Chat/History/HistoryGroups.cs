using System.Globalization;
using Assistant.Core.Conversations;

namespace Assistant.Web.Chat.History;

/// <summary>Conversations of one stretch of time, newest first.</summary>
public sealed record HistoryGroup(string Title, IReadOnlyList<ConversationSummary> Conversations);

/// <summary>Groups the history by the reader's calendar days: Today, Yesterday, Previous 7 days, then by month.</summary>
internal static class HistoryGroups
{
    public static IReadOnlyList<HistoryGroup> Of(IEnumerable<ConversationSummary> conversations, DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        return
        [
            .. conversations
                .OrderByDescending(c => c.UpdatedAt)
                .GroupBy(c => TitleOf(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(c.UpdatedAt, zone).DateTime), today))
                .Select(g => new HistoryGroup(g.Key, [.. g])),
        ];
    }

    private static string TitleOf(DateOnly day, DateOnly today) => (today.DayNumber - day.DayNumber) switch
    {
        // A clock that is ahead puts a conversation into tomorrow; nobody looks for it there.
        <= 0 => "Today",
        1 => "Yesterday",
        <= 7 => "Previous 7 days",
        _ => day.ToString(day.Year == today.Year ? "MMMM" : "MMMM yyyy", CultureInfo.InvariantCulture),
    };
}
