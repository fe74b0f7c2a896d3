using Assistant.Inference.Host.Adapters;
using Assistant.Inference.Host.Chat;
using Assistant.Inference.Host.Completions;
using Assistant.Inference.Host.Embeddings;
using Assistant.Inference.Host.Errors;
using Assistant.Inference.Host.Health;
using Assistant.Inference.Host.Json;
using Assistant.Inference.Host.Limits;
using Assistant.Inference.Host.Models;
using Assistant.Inference.Host.Observability;
using Assistant.Inference.Host.Reranking;
using Assistant.Inference.Host.Security;
using Microsoft.Extensions.Options;

namespace Assistant.Inference.Host.Lifetime;

/// <summary>Builds and runs the server.</summary>
internal static class InferenceHost
{
    private static readonly TimeSpan ShutdownPatience = TimeSpan.FromSeconds(5);

    /// <summary>Runs until the process is asked to stop; returns one of <see cref="ExitCodes"/>.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = Build(args);
            app.Services.GetService<IStartupValidator>()?.Validate();
            await app.StartAsync();
            await app.WaitForShutdownAsync();
            return app.Services.GetRequiredService<EngineSlot>().State is EngineState.Failed failed ? failed.ExitCode : ExitCodes.Stopped;
        }
        catch (Exception exception) when (StartFailure.Of(exception) is { } failure)
        {
            await Console.Error.WriteLineAsync($"The inference host could not start: {failure.Reason}");
            Announcement.Failed(failure.Reason);
            return failure.ExitCode;
        }
    }

    internal static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        var services = builder.Services;

        services.AddSettings(builder.Configuration);
        services.Configure<Microsoft.Extensions.Hosting.HostOptions>(o => o.ShutdownTimeout = ShutdownPatience);
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(o => HostJson.Configure(o.SerializerOptions).TypeInfoResolverChain.Insert(0, HostJson.Wire));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<EngineSlot>();
        services.AddHostedService<EngineLoader>();
        services.AddHostedService<ParentWatch>();
        builder.AddObservability();
        builder.AddSecurity();
        builder.AddLimits();

        var app = builder.Build();
        app.UseRequestLog();
        app.UseMiddleware<ErrorForm>();
        app.UseRouting();
        app.UseMiddleware<KeyCheck>();
        app.UseRateLimiter();
        app.MapHealth();
        app.MapMetrics();
        app.MapModels();
        app.MapAdapters();
        app.MapChat();
        app.MapCompletions();
        app.MapEmbeddings();
        app.MapReranking();
        return app;
    }
}
