using Assistant.Web.Engine;
using FsCheck.Xunit;

namespace Assistant.Web.Tests.Engine;

public sealed class BoundedLinesTests
{
    [Property]
    public void Read_AnyLines_GivesThemBack(string[] texts)
    {
        var lines = texts.Select(t => (t ?? "").Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal)).ToList();

        Read(string.Concat(lines.Select(l => l + "\n"))).ShouldBe(lines);
    }

    [Fact]
    public void Read_EndlessLine_IsCut()
    {
        var lines = Read(new string('x', 100_000) + "\r\nnext");

        lines[0].Length.ShouldBe(BoundedLines.LongestLine);
        lines[1].ShouldBe("next");
    }

    private static List<string> Read(string text) => BoundedLines.ReadAsync(new StringReader(text), CancellationToken.None).ToBlockingEnumerable(CancellationToken.None).ToList();
}
