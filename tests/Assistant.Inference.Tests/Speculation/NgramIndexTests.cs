using Assistant.Inference.Speculation;

namespace Assistant.Inference.Tests.Speculation;

public sealed class NgramIndexTests
{
    [Fact]
    public void Find_NewestOccurrence_IsNotItself()
    {
        var index = new NgramIndex(2);
        int[] tokens = [5, 6, 7, 5, 6];
        for (var length = 1; length <= tokens.Length; length++)
        {
            index.Extend(tokens.AsSpan(0, length));
        }
        index.Find(tokens).ShouldBe(2);
        index.Find(tokens.AsSpan(0, 4)).ShouldBeNull();
    }

    [Fact]
    public void Find_NegativeAndLargeTokens_AreKeptApart()
    {
        var index = new NgramIndex(1);
        index.Extend([-1]);
        index.Extend([-1, int.MaxValue]);
        index.Find([-1, int.MaxValue]).ShouldBeNull();
        index.Extend([-1, int.MaxValue, -1]);
        index.Find([-1, int.MaxValue, -1]).ShouldBe(1);
    }
}
