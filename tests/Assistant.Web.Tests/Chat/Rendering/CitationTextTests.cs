using Assistant.Web.Chat.Rendering;

namespace Assistant.Web.Tests.Chat.Rendering;

public sealed class CitationTextTests
{
    [Fact]
    public void Describe_HeadingThatRepeatsTheTitle_IsSaidOnce() =>
        CitationText.Describe(Samples.Citation(1) with { HeadingPath = ["Leave Policy"], Page = null }).ShouldBe("Leave Policy");

    [Fact]
    public void Path_OfNestedHeadings_LeavesTheTitleOut() =>
        CitationText.Path(Samples.Citation(1) with { HeadingPath = ["Leave Policy", "Annual leave", "Carry-over"] }).ShouldBe("Annual leave › Carry-over");
}
