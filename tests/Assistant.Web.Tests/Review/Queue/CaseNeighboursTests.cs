using Assistant.Core.Audit;
using Assistant.Core.Policies;
using Assistant.Web.Review.Queue;

namespace Assistant.Web.Tests.Review.Queue;

public sealed class CaseNeighboursTests
{
    private static readonly ReviewCase[] Cases = [.. Enumerable.Range(0, 3).Select(_ => new ReviewCase(Guid.NewGuid(), Guid.NewGuid(), "Anna", "Question?", "rule", PolicySeverity.Low, DateTimeOffset.UnixEpoch, null))];

    [Fact]
    public void Of_CaseInTheMiddle_HasBoth() =>
        CaseNeighbours.Of(Cases, Cases[1].Id).ShouldBe(new CaseNeighbours(Cases[0].Id, Cases[2].Id, 2, 3));

    [Fact]
    public void Of_FirstAndLast_HaveOne()
    {
        CaseNeighbours.Of(Cases, Cases[0].Id).Previous.ShouldBeNull();
        CaseNeighbours.Of(Cases, Cases[2].Id).Next.ShouldBeNull();
    }

    [Fact]
    public void Of_CaseThatLeftTheList_GoesOnAtItsBeginning() =>
        CaseNeighbours.Of(Cases, Guid.NewGuid()).ShouldBe(new CaseNeighbours(null, Cases[0].Id, 0, 3));

    [Fact]
    public void Of_EmptyList_HasNeither() =>
        CaseNeighbours.Of([], Guid.NewGuid()).ShouldBe(new CaseNeighbours(null, null, 0, 0));
}
