using Assistant.Storage.Conversations;
using FsCheck.Xunit;

namespace Assistant.Storage.Tests.Conversations;

public sealed class SearchKeyTests
{
    [Property]
    public void Of_AnyText_DoesNotDependOnCase(char[] characters)
    {
        var text = new string(characters);

        SearchKey.Of(text.ToLowerInvariant()).ShouldBe(SearchKey.Of(text.ToUpperInvariant()));
    }

    [Theory]
    [InlineData("ÜBERSICHT", "übersicht")]
    [InlineData("u\u0308bersicht", "übersicht")]
    [InlineData("ﬁnance", "finance")]
    [InlineData("Ὀδός", "ὈΔΌΣ")]
    public void Of_FormsOfOneText_AreTheSame(string text, string other) => SearchKey.Of(text).ShouldBe(SearchKey.Of(other));
}
