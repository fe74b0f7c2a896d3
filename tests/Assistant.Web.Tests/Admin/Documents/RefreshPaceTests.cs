using Assistant.Core.Documents;
using Assistant.Web.Admin.Documents;

namespace Assistant.Web.Tests.Admin.Documents;

public sealed class RefreshPaceTests
{
    private static readonly Dictionary<DocumentState, int> Still = new() { [DocumentState.Ready] = 5 };
    private static readonly Dictionary<DocumentState, int> Working = new() { [DocumentState.Ready] = 5, [DocumentState.Parsing] = 1 };

    [Fact]
    public void ShouldReload_CountsChanged_IsTrueOnce()
    {
        var pace = new RefreshPace();

        pace.ShouldReload(Still).ShouldBeTrue();
        pace.ShouldReload(Still).ShouldBeFalse();
        pace.ShouldReload(Working).ShouldBeTrue();
    }

    [Fact]
    public void ShouldReload_CountsStandStillInWork_IsTrueNowAndThen()
    {
        var pace = new RefreshPace();
        pace.ShouldReload(Working);

        Enumerable.Range(0, 8).Count(_ => pace.ShouldReload(Working)).ShouldBe(2);
    }

    [Fact]
    public void ShouldReload_NothingInWork_StaysFalse()
    {
        var pace = new RefreshPace();
        pace.ShouldReload(Still);

        Enumerable.Range(0, 20).ShouldAllBe(_ => !pace.ShouldReload(Still));
    }

    [Fact]
    public void Delay_InWork_IsShorterThanQuiet()
    {
        var busy = new RefreshPace();
        busy.ShouldReload(Working);
        var quiet = new RefreshPace();
        quiet.ShouldReload(Still);

        busy.Delay(TimeSpan.Zero, inWork: false).ShouldBeLessThan(quiet.Delay(TimeSpan.Zero, inWork: false));
    }

    [Fact]
    public void Delay_SlowList_GivesItATenthOfTheTime()
    {
        var pace = new RefreshPace();
        pace.ShouldReload(Working);

        pace.Delay(TimeSpan.FromSeconds(1), inWork: true).ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Delay_ListInWorkBeforeTheFirstLook_IsShort() =>
        new RefreshPace().Delay(TimeSpan.Zero, inWork: true).ShouldBeLessThan(new RefreshPace().Delay(TimeSpan.Zero, inWork: false));
}
