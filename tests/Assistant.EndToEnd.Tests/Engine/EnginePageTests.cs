using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Assistant.EndToEnd.Tests.Infrastructure;
using Assistant.TestKit.Models;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Assistant.EndToEnd.Tests.Engine;

/// <summary>The shipped engine with a tiny model, beside the application.</summary>
public sealed partial class EnginePageTests(BrowserFixture fixture) : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assistant-e2e-engine-");
    private ApplicationProcess? application;

    public async ValueTask InitializeAsync()
    {
        var model = TinyModel.Write(Path.Combine(folder.FullName, "tiny.gguf"));
        application = await ApplicationProcess.StartAsync(folder.FullName, new Dictionary<string, string>
        {
            ["Ingestion:Samples"] = "false",
            ["Inference:Model"] = model,
            ["Inference:ContextTokens"] = "512",
        });
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task EnginePage_InEveryLook_ShowsTheModelWithoutViolationOrOverflow(ColorScheme theme, int width)
    {
        await using var clara = await Session.SignInAsync(fixture.Browser, application!.Address, "Clara Weiss", new() { ColorScheme = theme, ViewportSize = new() { Width = width, Height = 2_400 } });

        await clara.Page.GotoAsync("/admin/engine");
        await Expect(clara.Page.GetByRole(AriaRole.Region, new() { Name = "State" })).ToContainTextAsync("Ready");
        (await clara.ViolationsAsync()).ShouldBeEmpty();
        (await clara.Page.EvaluateAsync<int>("document.querySelector('main').scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        await clara.Page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", $"engine-{theme}-{width}.png") });
        await Expect(clara.Page.GetByRole(AriaRole.Region, new() { Name = "Model", Exact = true })).ToContainTextAsync("tiny");
    }

    [Fact]
    public async Task Kill_TheEngine_ThePageTellsTheCauseAndSeesItReadyAgain()
    {
        await using var clara = await Session.SignInAsync(fixture.Browser, application!.Address, "Clara Weiss");
        await clara.Page.GotoAsync("/admin/engine");
        var state = clara.Page.GetByRole(AriaRole.Region, new() { Name = "State" });
        await Expect(state).ToContainTextAsync("Ready");

        Process.GetProcessById(EngineId()).Kill();

        await Expect(clara.Page.Locator("main")).ToContainTextAsync("SIGKILL");
        await Expect(state).ToContainTextAsync("Ready");
        await Expect(state).ToContainTextAsync("Restarts1");
    }

    [Fact]
    public async Task Kill_TheApplication_EndsTheEngineToo()
    {
        using var engine = Process.GetProcessById(EngineId());

        await application!.KillAsync(withChildren: false);

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        await engine.WaitForExitAsync(limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (application is not null)
        {
            await application.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }

    /// <summary>The process that the application says it has started last.</summary>
    private int EngineId() => int.Parse(Started().Matches(application!.Output)[^1].Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"engine runs as process (\d+)", RegexOptions.NonBacktracking)]
    private static partial Regex Started();
}
