using Assistant.Core.Retrieval;
using Assistant.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Assistant.Retrieval.Tests.Embedded;

/// <summary>The embedded index as the application composes it, in a folder of its own.</summary>
internal sealed class EmbeddedIndex : IAsyncDisposable
{
    private readonly bool ownsFolder;
    private ServiceProvider services;

    public EmbeddedIndex(string? folder = null)
    {
        ownsFolder = folder is null;
        Folder = folder ?? Directory.CreateTempSubdirectory("assistant-index-").FullName;
        services = Compose();
    }

    public string Folder { get; }

    public string FilePath => Path.Combine(Folder, "index.db");

    public IPassageIndex Index => services.GetRequiredService<IPassageIndex>();

    public RecordingLoggerProvider Logs { get; } = new();

    /// <summary>Stops, lets something happen to the file, and starts again.</summary>
    public async Task RestartAsync(Action<string>? between = null)
    {
        await services.DisposeAsync();
        between?.Invoke(FilePath);
        services = Compose();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private ServiceProvider Compose() => new ServiceCollection()
        .AddLogging(logging => logging.AddProvider(Logs))
        .AddText()
        .AddRetrieval(new ConfigurationBuilder().AddInMemoryCollection([new("DataPath", Folder)]).Build())
        .BuildServiceProvider();
}

/// <summary>Keeps the level and text of every message.</summary>
internal sealed class RecordingLoggerProvider : ILoggerProvider, ILogger
{
    public List<(LogLevel Level, string Text)> Messages { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (Messages)
        {
            Messages.Add((logLevel, formatter(state, exception)));
        }
    }

    public void Dispose()
    {
        // Nothing is held.
    }
}
