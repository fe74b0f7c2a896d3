using Assistant.Web.Review.Case;

namespace Assistant.Web.Tests.Review.Case;

public sealed class TimingBarsTests
{
    [Fact]
    public void Of_StagesAndMarks_KeepsTheStagesInOrderAndPutsMarksLast()
    {
        var bars = TimingBars.Of([new("route", 5), new("first-sentence", 40), new("retrieve", 20), new("total", 50)]);

        bars.Select(b => b.Name).ShouldBe(["Route", "Retrieve", "Until the first sentence shown", "Whole answer"]);
        bars.Select(b => b.Share).ShouldBe([0.1, 0.4, 0.8, 1]);
        bars.Select(b => b.FromStart).ShouldBe([false, false, true, true]);
    }

    [Fact]
    public void Of_NothingMeasured_IsEmpty() => TimingBars.Of([]).ShouldBeEmpty();

    [Fact]
    public void Of_ZeroTimes_DoesNotDivideByZero() =>
        TimingBars.Of([new("route", 0)]).ShouldHaveSingleItem().Share.ShouldBe(0);

    [Fact]
    public void Of_UnknownStage_KeepsItsName() =>
        TimingBars.Of([new("rerank", 3)]).ShouldHaveSingleItem().Name.ShouldBe("rerank");
}
