using Assistant.Web.Engine;

namespace Assistant.Web.Tests.Engine;

public sealed class BackoffTests
{
    private readonly Backoff backoff = new(TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(30));

    [Fact]
    public void Next_AgainAndAgain_DoublesUpToTheLongest() =>
        Take(9).ShouldBe([0.25, 0.5, 1, 2, 4, 8, 16, 30, 30]);

    [Fact]
    public void Reset_AfterSome_StartsOver()
    {
        Take(3);

        backoff.Reset();

        Take(2).ShouldBe([0.25, 0.5]);
    }

    private double[] Take(int count) => [.. Enumerable.Range(0, count).Select(_ => backoff.Next().TotalSeconds)];
}
