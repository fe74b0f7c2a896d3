using Assistant.Inference.Templates;

namespace Assistant.Inference.Tests.Templates;

public sealed class StrftimeTests
{
    [Theory]
    [InlineData("%d %b %Y", "05 Mar 2026")]
    [InlineData("%A, %B %-d, %y", "Thursday, March 5, 26")]
    [InlineData("%Y-%m-%dT%H:%M:%S%z", "2026-03-05T07:08:09+0200")]
    [InlineData("%F %T", "2026-03-05 07:08:09")]
    [InlineData("%a %-I:%M %p, day %j", "Thu 7:08 AM, day 064")]
    [InlineData("100%% %Q %", "100% %Q %")]
    public void Format_Directives_AreThoseOfC(string format, string expected) =>
        Strftime.Format(new DateTimeOffset(2026, 3, 5, 7, 8, 9, TimeSpan.FromHours(2)), format).ShouldBe(expected);
}
