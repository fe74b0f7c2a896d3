using Assistant.EndToEnd.Tests.Infrastructure;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Assistant.EndToEnd.Tests.Accessibility;

/// <summary>axe finds nothing on any page, in both themes, on a desktop and on a phone.</summary>
public sealed class AxeTests(BrowserFixture fixture)
{
    public static TheoryData<ColorScheme, int> Looks => new()
    {
        { ColorScheme.Light, 1280 },
        { ColorScheme.Dark, 1280 },
        { ColorScheme.Light, 390 },
        { ColorScheme.Dark, 390 },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task SignInPage_InEveryLook_HasNoViolation(ColorScheme theme, int width)
    {
        await using var context = await fixture.Browser.NewContextAsync(Options(theme, width));
        var page = await context.NewPageAsync();
        await page.GotoAsync(fixture.Address.ToString());

        (await Deque.AxeCore.Playwright.PageExtensions.RunAxe(page)).Violations.Select(v => v.Id).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task ChatPage_WithAnswerAndOpenSource_HasNoViolation(ColorScheme theme, int width)
    {
        await using var anna = await Session.SignInAsync(fixture, "Anna Lindqvist", Options(theme, width));
        await Expect(anna.Page.GetByLabel("Your question")).ToBeVisibleAsync();
        (await anna.ViolationsAsync()).ShouldBeEmpty();

        var answer = await anna.AskAsync("How many days of annual leave do I get in Hamburg?");
        (await anna.ViolationsAsync()).ShouldBeEmpty();

        await answer.Locator(".prose").GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(anna.Page.GetByRole(AriaRole.Region, new() { Name = "Text of the source" })).ToBeVisibleAsync();
        (await anna.ViolationsAsync()).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task AdminPages_InEveryLook_HaveNoViolation(ColorScheme theme, int width)
    {
        await using var clara = await Session.SignInAsync(fixture, "Clara Weiss", Options(theme, width));
        foreach (var path in new[] { "/admin/documents", "/admin/users", "/admin/status", "/admin/engine", "/account/password" })
        {
            await clara.Page.GotoAsync(path);
            await Expect(clara.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First).ToBeVisibleAsync();
            (await clara.ViolationsAsync()).ShouldBeEmpty(path);
        }
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task ReviewPage_InEveryLook_HasNoViolation(ColorScheme theme, int width)
    {
        await using var dario = await Session.SignInAsync(fixture, "Dario Ferri", Options(theme, width));
        await dario.Page.GotoAsync("/review");
        await Expect(dario.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First).ToBeVisibleAsync();

        (await dario.ViolationsAsync()).ShouldBeEmpty();
    }

    private static BrowserNewContextOptions Options(ColorScheme theme, int width) => new()
    {
        ColorScheme = theme,
        ViewportSize = new ViewportSize { Width = width, Height = 844 },
        ReducedMotion = ReducedMotion.Reduce,
    };
}
