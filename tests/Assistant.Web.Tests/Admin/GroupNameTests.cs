using Assistant.Web.Admin;

namespace Assistant.Web.Tests.Admin;

public sealed class GroupNameTests
{
    [Theory]
    [InlineData("hr-team", "hr-team")]
    [InlineData("  HR   Team ", "hr-team")]
    [InlineData("Führung", "führung")]
    [InlineData("site.k2_lab", "site.k2_lab")]
    public void TryParse_AName_IsBroughtIntoStoredForm(string typed, string stored)
    {
        GroupName.TryParse(typed, out var name).ShouldBeTrue();
        name.ShouldBe(stored);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" - ")]
    [InlineData("Everyone")]
    [InlineData("a,b")]
    [InlineData("<script>")]
    public void TryParse_NotAName_IsRefused(string? typed)
    {
        GroupName.TryParse(typed, out var name).ShouldBeFalse();
        name.ShouldBeNull();
    }

    [Fact]
    public void TryParse_TooLong_IsRefused() =>
        GroupName.TryParse(new string('a', GroupName.MaxLength + 1), out _).ShouldBeFalse();
}
