using Assistant.Web.Security;
using Microsoft.Extensions.Time.Testing;

namespace Assistant.Web.Tests.Security;

public sealed class SetupLinkTests
{
    private readonly FakeTimeProvider time = new();

    [Fact]
    public void Redeem_RightToken_WorksOnce()
    {
        var link = Open(out var token);

        link.Redeem(token).ShouldBeTrue();
        link.Redeem(token).ShouldBeFalse();
        link.Accepts(token).ShouldBeFalse();
    }

    [Fact]
    public void Accepts_AfterItsLifetime_IsFalse()
    {
        var link = Open(out var token);
        link.Accepts(token).ShouldBeTrue();

        time.Advance(SetupLink.Lifetime);

        link.Accepts(token).ShouldBeFalse();
        link.Redeem(token).ShouldBeFalse();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAA")]
    public void Accepts_WrongToken_IsFalse(string? token) => Open(out _).Accepts(token).ShouldBeFalse();

    [Fact]
    public void Accepts_NeverOpened_IsFalse() => new SetupLink(time).Accepts("").ShouldBeFalse();

    [Fact]
    public async Task Redeem_ByManyAtOnce_WorksForOne()
    {
        var link = Open(out var token);

        var redeemed = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => link.Redeem(token), TestContext.Current.CancellationToken)));

        redeemed.Count(r => r).ShouldBe(1);
    }

    private SetupLink Open(out string token)
    {
        var link = new SetupLink(time);
        link.Open();
        token = link.TakeAnnouncement()!.Split("token=")[1];
        link.TakeAnnouncement().ShouldBeNull();
        return link;
    }
}
