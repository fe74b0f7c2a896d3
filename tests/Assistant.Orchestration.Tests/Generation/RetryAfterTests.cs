using Assistant.Orchestration.Generation;

namespace Assistant.Orchestration.Tests.Generation;

public sealed class RetryAfterTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("7", 7)]
    [InlineData("Mon, 02 Nov 2026 12:00:30 GMT", 30)]
    [InlineData("Mon, 02 Nov 2026 11:00:00 GMT", 1)]
    [InlineData("soon", 1)]
    [InlineData("-5", 1)]
    [InlineData(null, 1)]
    public void Parse_SecondsDatesAndNonsense_IsATimeToWait(string? value, int seconds) =>
        RetryAfter.Parse(value, Now).ShouldBe(TimeSpan.FromSeconds(seconds));
}
