using Assistant.EndToEnd.Tests.Infrastructure;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Assistant.EndToEnd.Tests.Access;

/// <summary>Two people of different groups at the same time: neither sees anything of the other's documents.</summary>
public sealed class IsolationTests(BrowserFixture fixture)
{
    private const string Question = "What range can we quote for a band D vacancy in Leeds?";

    [Fact]
    public async Task RestrictedDocument_AskedBySomebodyElse_LeaksNoWordOfIt()
    {
        await using var ben = await Session.SignInAsync(fixture, "Ben Carter");
        await using var anna = await Session.SignInAsync(fixture, "Anna Lindqvist");

        var allowed = await ben.AskAsync(Question);
        var refused = await anna.AskAsync(Question);

        await Expect(allowed).ToContainTextAsync("43,400");
        await Expect(allowed).ToContainTextAsync("Salary bands 2026");
        await Expect(refused).Not.ToContainTextAsync("43,400");
        await Expect(refused).Not.ToContainTextAsync("Salary bands");
    }

    [Fact]
    public async Task RestrictedFile_AtItsAddress_LooksLikeOneThatDoesNotExist()
    {
        await using var ben = await Session.SignInAsync(fixture, "Ben Carter");
        await using var anna = await Session.SignInAsync(fixture, "Anna Lindqvist");
        await (await ben.AskAsync(Question)).Locator(".prose").GetByRole(AriaRole.Button).First.ClickAsync();
        var link = (await ben.Page.GetByRole(AriaRole.Link, new() { Name = "Download original" }).GetAttributeAsync("href"))!;

        var own = await ben.Page.APIRequest.GetAsync(link);
        var foreign = await anna.Page.APIRequest.GetAsync(link);
        var missing = await anna.Page.APIRequest.GetAsync($"/api/documents/{Guid.NewGuid()}/file");

        own.Status.ShouldBe(200);
        foreign.Status.ShouldBe(404);
        missing.Status.ShouldBe(404);
        foreign.Headers["content-type"].ShouldBe(missing.Headers["content-type"]);
        (await foreign.TextAsync()).ShouldNotContain("alary");
    }

    [Fact]
    public async Task Conversation_OfSomebodyElse_IsNotFound()
    {
        await using var ben = await Session.SignInAsync(fixture, "Ben Carter");
        await using var anna = await Session.SignInAsync(fixture, "Anna Lindqvist");
        await ben.AskAsync(Question);

        await anna.Page.GotoAsync(ben.Page.Url);

        await Expect(anna.Page.Locator("article.turn")).ToHaveCountAsync(0);
        await Expect(anna.Page.Locator("body")).Not.ToContainTextAsync("band D");
    }

    [Theory]
    [InlineData("/admin/documents")]
    [InlineData("/admin/users")]
    [InlineData("/admin/status")]
    [InlineData("/admin/engine")]
    [InlineData("/review")]
    public async Task AreaOfAnotherRole_AtItsAddress_IsRefused(string path)
    {
        await using var anna = await Session.SignInAsync(fixture, "Anna Lindqvist");

        var response = await anna.Page.GotoAsync(path);

        response!.Status.ShouldBe(403);
    }
}
