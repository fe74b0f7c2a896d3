using Assistant.EndToEnd.Tests.Infrastructure;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Assistant.EndToEnd.Tests.Review;

public sealed class ReviewTests(BrowserFixture fixture)
{
    [Fact]
    public async Task NotHelpful_OpensACase_WhichTheReviewerDecidesAndTheAuditorReads()
    {
        const string Question = "How long is a supplier's remote access valid?";
        await using var anna = await Session.SignInAsync(fixture, "Anna Lindqvist");
        await using var dario = await Session.SignInAsync(fixture, "Dario Ferri");
        await using var elena = await Session.SignInAsync(fixture, "Elena Ruiz");
        var answer = await anna.AskAsync(Question);
        await answer.GetByRole(AriaRole.Button, new() { Name = "Not helpful" }).ClickAsync();
        await answer.GetByLabel("What is wrong with this answer?").FillAsync("It does not say who renews it.");
        await answer.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await Expect(answer).ToContainTextAsync("Sent for review");

        await dario.Page.GotoAsync("/review");
        await dario.Page.GetByRole(AriaRole.Link, new() { Name = Question }).First.ClickAsync();
        await Expect(dario.Page.Locator("main")).ToContainTextAsync("It does not say who renews it.");
        await dario.Page.GetByRole(AriaRole.Radio).First.CheckAsync();
        await dario.Page.GetByLabel("Note").FillAsync("The answer is right; the source names the sponsor.");
        await dario.Page.GetByRole(AriaRole.Button, new() { Name = "Record the decision" }).ClickAsync();
        await Expect(dario.Page.Locator("main")).ToContainTextAsync("Dario Ferri");

        await elena.Page.GotoAsync(dario.Page.Url);
        await Expect(elena.Page.Locator("main")).ToContainTextAsync("the source names the sponsor");
        await Expect(elena.Page.GetByRole(AriaRole.Button, new() { Name = "Record the decision" })).ToHaveCountAsync(0);
    }
}
