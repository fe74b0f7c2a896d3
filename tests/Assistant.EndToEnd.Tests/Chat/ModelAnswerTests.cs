using Assistant.EndToEnd.Tests.Infrastructure;
using Assistant.TestKit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Assistant.EndToEnd.Tests.Chat;

/// <summary>Answers that a language model writes, on the page.</summary>
public sealed class ModelAnswerTests(BrowserFixture fixture)
{
    private const string Question = "How many days of annual leave do I get in Hamburg?";

    [Fact]
    public async Task Ask_ModelWritesThenDies_FooterNamesItAndTheNextAnswerIsQuoted()
    {
        var data = Directory.CreateTempSubdirectory("assistant-e2e-model-");
        await using var server = await OpenAiStandIn.StartAsync(TestContext.Current.CancellationToken);
        server.Reply = ["Employees in Hamburg are entitled to ", "30 working days of annual leave ", "[1].\n"];
        server.Pace = TimeSpan.FromMilliseconds(50);
        server.Usage = new { prompt_tokens = 900, completion_tokens = 14, total_tokens = 914, prompt_tokens_details = new { cached_tokens = 700 } };
        server.Models = [new { id = "qwen2.5-7b", kind = "base", hash = new string('a', 64) }];
        try
        {
            await using var application = await ApplicationProcess.StartAsync(data.FullName, new Dictionary<string, string> { ["Generation:Endpoint"] = server.Endpoint.ToString() });
            foreach (var (theme, width) in new[] { (ColorScheme.Light, 1280), (ColorScheme.Dark, 390) })
            {
                await using var anna = await Session.SignInAsync(fixture.Browser, application.Address, "Anna Lindqvist", new() { ColorScheme = theme, ViewportSize = new() { Width = width, Height = 844 } });

                server.Earlier.Clear();
                var written = await anna.AskAsync(Question);
                await Expect(written.Locator(".facts-line")).ToContainTextAsync("qwen2.5-7b");
                await Expect(written.Locator(".facts-line")).ToContainTextAsync("tokens/s");
                server.Earlier.Enqueue([null]);
                server.Earlier.Enqueue([null]);
                var quoted = await anna.AskAsync(Question);

                await Expect(quoted).ToContainTextAsync("The language model failed. This answer quotes your documents.");
                await Expect(quoted).ToContainTextAsync("30 working days");
                (await anna.ViolationsAsync()).ShouldBeEmpty();
                await anna.Page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", $"model-answer-{theme}-{width}.png") });
            }
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }
}
