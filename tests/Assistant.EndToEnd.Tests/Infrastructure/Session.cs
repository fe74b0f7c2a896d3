using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Assistant.EndToEnd.Tests.Infrastructure;

/// <summary>One person's browser: cookies of its own, signed in with a demo account.</summary>
internal sealed class Session : IAsyncDisposable
{
    /// <summary>Generous, because the machine may be busy: a limit, not a measurement.</summary>
    public const float Patience = 60_000;

    private readonly IBrowserContext context;

    private Session(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
    }

    public IPage Page { get; private set; }

    /// <param name="name">The account's full name, as on its button.</param>
    public static async Task<Session> SignInAsync(BrowserFixture fixture, string name, BrowserNewContextOptions? options = null) =>
        await SignInAsync(fixture.Browser, fixture.Address, name, options);

    public static async Task<Session> SignInAsync(IBrowser browser, Uri address, string name, BrowserNewContextOptions? options = null)
    {
        options ??= new BrowserNewContextOptions();
        options.BaseURL = address.ToString();
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        SetDefaultExpectTimeout(Patience);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
        await Expect(page.Locator("main")).ToBeVisibleAsync();
        return new Session(context, page);
    }

    /// <summary>Asks and waits until the answer is finished. Returns its part of the page.</summary>
    public async Task<ILocator> AskAsync(string question)
    {
        var before = await Page.Locator("article.turn").CountAsync();
        await SendAsync(question);
        var turn = Page.Locator("article.turn").Nth(before);
        await Expect(turn.GetByRole(AriaRole.Button, new() { Name = "Ask again" }).First).ToBeVisibleAsync();
        return turn;
    }

    /// <summary>Sends a question and does not wait.</summary>
    public async Task SendAsync(string question)
    {
        await Page.GetByLabel("Your question").FillAsync(question);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Send the question" }).ClickAsync();
    }

    /// <summary>Closes the tab and opens another one.</summary>
    public async Task ReopenAsync(string path)
    {
        await Page.CloseAsync();
        Page = await context.NewPageAsync();
        await Page.GotoAsync(path);
    }

    /// <summary>The accessibility violations of what is shown now, in words.</summary>
    public async Task<IReadOnlyList<string>> ViolationsAsync() =>
        [.. (await Page.RunAxe()).Violations.Select(v => $"{v.Id}: {v.Help} ({string.Join(", ", v.Nodes.Select(n => n.Target?.ToString()))})")];

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
