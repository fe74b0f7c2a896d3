using Assistant.Web.Chat;

namespace Assistant.Web.Tests.Chat;

public sealed class ConversationAddressTests
{
    [Fact]
    public void IdOf_ItsOwnAddress_IsTheId()
    {
        var id = Guid.CreateVersion7();

        ConversationAddress.IdOf(ConversationAddress.Of(id).TrimStart('/') + "?x=1").ShouldBe(id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("c/")]
    [InlineData("c/nothing")]
    [InlineData("review/3f2504e0-4f89-11d3-9a0c-0305e82c3301")]
    public void IdOf_AnotherPage_IsNull(string path) => ConversationAddress.IdOf(path).ShouldBeNull();
}
