using Assistant.Web.Admin;

namespace Assistant.Web.Tests.Admin;

public sealed class LooseSearchTests
{
    [Theory]
    [InlineData("Código de conducta", "codigo")]
    [InlineData("codigo", "CÓDIGO")]
    [InlineData("Führung", "fuhrung")]
    [InlineData("ﬁnance", "finance")]
    [InlineData("Leave policy", "policy  leave")]
    [InlineData("Leave policy", "  ")]
    [InlineData("Straße", "straße")]
    public void Matches_SameLettersWrittenOtherwise_IsTrue(string text, string search) =>
        LooseSearch.Matches(LooseSearch.Haystack([text]), search).ShouldBeTrue();

    [Fact]
    public void Matches_WordAcrossTwoParts_IsFalse() =>
        LooseSearch.Matches(LooseSearch.Haystack(["hr", "team"]), "hrteam").ShouldBeFalse();

    [Fact]
    public void Matches_HalfASurrogatePair_IsFalseAndNoError() =>
        LooseSearch.Matches(LooseSearch.Haystack(["ü leave"]), "\ud83d").ShouldBeFalse();
}
