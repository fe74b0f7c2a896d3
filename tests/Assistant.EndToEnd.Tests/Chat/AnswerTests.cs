using System.Text.RegularExpressions;
using Assistant.EndToEnd.Tests.Infrastructure;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Assistant.EndToEnd.Tests.Chat;

public sealed class AnswerTests(BrowserFixture fixture)
{
    private const string Leave = "How many days of annual leave do I get in Hamburg?";

    [Fact]
    public async Task Ask_SupportedQuestion_ItsCitationOpensTheMarkedPassage()
    {
        await using var anna = await Session.SignInAsync(fixture, "Anna Lindqvist");

        var answer = await anna.AskAsync(Leave);
        await Expect(answer).ToContainTextAsync("30 working days");
        await answer.Locator(".prose").GetByRole(AriaRole.Button).First.ClickAsync();

        var source = anna.Page.GetByRole(AriaRole.Region, new() { Name = "Text of the source" });
        await Expect(source.Locator("mark").First).ToBeVisibleAsync();
        string.Join(' ', await source.Locator("mark").AllInnerTextsAsync()).ShouldContain("30 working days");
        await anna.Page.Keyboard.PressAsync("Escape");
        await Expect(source).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Ask_FollowUp_IsUnderstoodFromTheQuestionBefore()
    {
        await using var anna = await Session.SignInAsync(fixture, "Anna Lindqvist");
        await anna.AskAsync("How long do we keep supplier invoices in Hamburg, retention period?");

        var answer = await anna.AskAsync("and in Leeds?");

        await Expect(answer).ToContainTextAsync("7 years");
    }

    [Fact]
    public async Task Ask_NothingFits_SaysSoAndWhatWasSearched()
    {
        await using var anna = await Session.SignInAsync(fixture, "Anna Lindqvist");

        var answer = await anna.AskAsync("Is there a chess club in the Leeds office?");

        await Expect(answer).ToContainTextAsync("Nothing in your documents supports an answer");
        await Expect(answer.Locator(".prose")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Ask_HundredThousandCharacters_IsRefusedAndKept()
    {
        await using var anna = await Session.SignInAsync(fixture, "Anna Lindqvist");
        var question = string.Concat(Enumerable.Repeat("leave ", 17_000));

        await anna.SendAsync(question);

        await Expect(anna.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("characters");
        (await anna.Page.GetByLabel("Your question").InputValueAsync()).Length.ShouldBe(question.Length);
    }

    [Fact]
    public async Task CloseTheTab_RightAfterAsking_TheAnswerIsThereOnReturn()
    {
        await using var anna = await Session.SignInAsync(fixture, "Anna Lindqvist");
        await anna.SendAsync(Leave);
        await Expect(anna.Page).ToHaveURLAsync(new Regex("/c/[0-9a-f-]{36}"));
        var address = anna.Page.Url;

        await anna.ReopenAsync(address);

        await Expect(anna.Page.Locator("article.turn")).ToContainTextAsync("30 working days");
    }

    [Fact]
    public async Task Conversation_RenamedSearchedAndDeleted_LeavesTheHistory()
    {
        await using var elena = await Session.SignInAsync(fixture, "Elena Ruiz");
        await elena.AskAsync("per diem Switzerland full day");
        var history = elena.Page.GetByRole(AriaRole.Navigation, new() { Name = "Conversations" });
        await Expect(history.GetByRole(AriaRole.Link, new() { Name = "per diem Switzerland full day" })).ToBeVisibleAsync();

        await elena.Page.GetByLabel("Search conversations").FillAsync("no conversation of that name");
        await Expect(history.GetByRole(AriaRole.Link)).ToHaveCountAsync(0);
        await elena.Page.GetByLabel("Search conversations").FillAsync("switzerland");
        await Expect(history.GetByRole(AriaRole.Link)).ToHaveCountAsync(1);

        await history.GetByRole(AriaRole.Button, new() { Name = "Options for per diem" }).ClickAsync();
        await elena.Page.GetByRole(AriaRole.Button, new() { Name = "Delete" }).First.ClickAsync();
        await elena.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(history.GetByRole(AriaRole.Link)).ToHaveCountAsync(0);
    }
}
