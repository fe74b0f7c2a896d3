using Assistant.EndToEnd.Tests.Infrastructure;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace Assistant.EndToEnd.Tests.Infrastructure;

/// <summary>One application with the sample organisation and one browser for all tests; each test has a context (cookies) of its own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Names = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];

    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("assistant-e2e-");
    private ApplicationProcess? application;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public Uri Address => application!.Address;

    public IBrowser Browser => browser!;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Names.FirstOrDefault(File.Exists) ?? throw new InvalidOperationException("No Chromium is installed; ./test installs it."),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        application = await ApplicationProcess.StartAsync(data.FullName);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (application is not null)
        {
            await application.DisposeAsync();
        }

        data.Delete(recursive: true);
    }
}
