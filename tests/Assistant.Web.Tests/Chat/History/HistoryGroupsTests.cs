using Assistant.Core.Conversations;
using Assistant.Web.Chat.History;

namespace Assistant.Web.Tests.Chat.History;

public sealed class HistoryGroupsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-11-24T11:59:00Z", "Today")]
    [InlineData("2026-11-24T00:00:00Z", "Today")]
    [InlineData("2026-11-25T09:00:00Z", "Today")]
    [InlineData("2026-11-23T23:59:59Z", "Yesterday")]
    [InlineData("2026-11-22T12:00:00Z", "Previous 7 days")]
    [InlineData("2026-11-17T00:00:00Z", "Previous 7 days")]
    [InlineData("2026-11-16T23:59:59Z", "November")]
    [InlineData("2026-03-01T00:00:00Z", "March")]
    [InlineData("2025-12-31T23:59:59Z", "December 2025")]
    public void Of_OneConversation_StandsUnderItsDay(string updated, string expected) =>
        HistoryGroups.Of([At(updated)], Now, TimeZoneInfo.Utc).ShouldHaveSingleItem().Title.ShouldBe(expected);

    [Theory]
    [InlineData("Asia/Tokyo", "2026-11-24T14:59:00Z", "Today")]
    [InlineData("Asia/Tokyo", "2026-11-23T14:59:00Z", "Yesterday")]
    [InlineData("America/Los_Angeles", "2026-11-24T07:59:00Z", "Yesterday")]
    [InlineData("America/Los_Angeles", "2026-11-24T08:00:00Z", "Today")]
    public void Of_ReaderElsewhere_CountsTheReadersDays(string zone, string updated, string expected) =>
        HistoryGroups.Of([At(updated)], Now, TimeZoneInfo.FindSystemTimeZoneById(zone)).ShouldHaveSingleItem().Title.ShouldBe(expected);

    [Fact]
    public void Of_Many_AreNewestFirstInEveryGroup()
    {
        var groups = HistoryGroups.Of([At("2026-09-01T00:00:00Z"), At("2026-11-24T08:00:00Z"), At("2026-09-20T00:00:00Z"), At("2026-11-24T10:00:00Z")], Now, TimeZoneInfo.Utc);

        groups.Select(g => g.Title).ShouldBe(["Today", "September"]);
        groups.SelectMany(g => g.Conversations).Select(c => c.UpdatedAt).ShouldBeInOrder(SortDirection.Descending);
    }

    private static ConversationSummary At(string updated) => new(Guid.CreateVersion7(), updated, DateTimeOffset.Parse(updated, System.Globalization.CultureInfo.InvariantCulture));
}
