using System.Text;
using Assistant.Inference.Text;
using FsCheck.Xunit;

namespace Assistant.Inference.Tests.Text;

public sealed class StopSequencesTests
{
    [Property(MaxTest = 2000)]
    public void Append_TextInAnyChunks_ShowsWhatStandsBeforeTheFirstStop(int seed)
    {
        var random = new Random(seed);
        var stops = Enumerable.Range(0, random.Next(4)).Select(_ => Letters(random, random.Next(5))).ToList();
        var text = Letters(random, random.Next(25));

        var matcher = new StopSequences(stops);
        var shown = new StringBuilder();
        for (var start = 0; start < text.Length;)
        {
            var length = Math.Min(random.Next(0, 4), text.Length - start);
            shown.Append(matcher.Append(text.Substring(start, length)));
            start += length;
            text.StartsWith(shown.ToString(), StringComparison.Ordinal).ShouldBeTrue();
        }
        shown.Append(matcher.Flush());

        var first = stops.Where(s => s.Length > 0).Select(s => text.IndexOf(s, StringComparison.Ordinal)).Where(i => i >= 0).DefaultIfEmpty(-1).Min();
        shown.ToString().ShouldBe(first < 0 ? text : text[..first]);
        (matcher.Matched is not null).ShouldBe(first >= 0);
    }

    [Fact]
    public void Append_BeginningOfAStop_IsHeldBackUntilItIsNone()
    {
        var matcher = new StopSequences(["</answer>"]);
        matcher.Append("Yes</ans").ShouldBe("Yes");
        matcher.Append("w").ShouldBe("");
        matcher.Append("!").ShouldBe("</answ!");
        matcher.Matched.ShouldBeNull();
    }

    [Fact]
    public void Append_AfterAStop_ShowsNothing()
    {
        var matcher = new StopSequences(["\n\n", "END"]);
        matcher.Append("one\ntwoEND more").ShouldBe("one\ntwo");
        matcher.Append("text").ShouldBe("");
        matcher.Flush().ShouldBe("");
        matcher.Matched.ShouldBe("END");
    }

    [Fact]
    public void Append_WithoutStops_HoldsNothingBack()
    {
        var matcher = new StopSequences([""]);
        matcher.Append("anything").ShouldBe("anything");
        matcher.Flush().ShouldBe("");
    }

    [Fact]
    public void Flush_ShorterStopWithinABeginning_StillCuts()
    {
        var matcher = new StopSequences(["abcd", "bc"]);
        matcher.Append("xabc").ShouldBe("x");
        matcher.Flush().ShouldBe("a");
        matcher.Matched.ShouldBe("bc");
    }

    private static string Letters(Random random, int length) => new([.. Enumerable.Range(0, length).Select(_ => (char)('a' + random.Next(3)))]);
}
