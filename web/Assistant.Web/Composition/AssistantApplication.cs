using Assistant.Web.Observability;
using Assistant.Web.Security;
using Microsoft.Extensions.Options;

namespace Assistant.Web.Composition;

/// <summary>Builds and runs the web application.</summary>
internal static class AssistantApplication
{
    private const int Failed = 1;

    /// <summary>Runs until the process is asked to stop. The exit code is 0 then, and not after a failed start or worker.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = Build(args);
            app.Services.GetService<IStartupValidator>()?.Validate();
            var workers = app.Services.GetServices<IHostedService>().OfType<BackgroundService>().ToList();
            await StartAsync(app);
            await app.WaitForShutdownAsync();
            return workers.Exists(w => w.ExecuteTask is { IsFaulted: true }) ? Failed : 0;
        }
        catch (Exception exception) when (StartFailure.Explain(exception) is { } message)
        {
            await Console.Error.WriteLineAsync($"Assistant could not start: {message}");
            return Failed;
        }
    }

    private static async Task StartAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch
        {
            // What has started already is stopped in order, and not torn down in the middle of its work.
            await app.StopAsync();
            throw;
        }
    }

    private static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = ContentRoot(args) });
        builder.WebHost.UseStaticWebAssets();
        var data = DataFolder.Prepare(builder.Configuration, builder.Environment.ContentRootPath);

        builder.Services.AddSingleton(data);
        builder.Services.AddHostedService<DataFolderLock>();
        builder.AddObservability(data);
        builder.Services.AddAssistant(builder.Configuration);
        builder.AddSecurity(data);
        builder.AddPages();

        var app = builder.Build();
        app.UseRequestPipeline();
        app.MapAssistant();
        return app;
    }

    /// <summary>The folder of the settings: the working directory, or the application's own when that holds none.</summary>
    private static string? ContentRoot(string[] args) =>
        File.Exists("appsettings.json") || args.Any(a => a.TrimStart('-', '/').StartsWith("contentRoot", StringComparison.OrdinalIgnoreCase))
            ? null
            : AppContext.BaseDirectory;
}
