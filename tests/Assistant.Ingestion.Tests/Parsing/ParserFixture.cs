using System.Collections.Concurrent;
using Assistant.Core.Documents;
using Assistant.Ingestion.Parsing;
using Assistant.Ingestion.Tests.Doubles;
using Assistant.Ingestion.Tests.Parsing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

[assembly: AssemblyFixture(typeof(ParserFixture))]

namespace Assistant.Ingestion.Tests.Parsing;

/// <summary>The application's own parser pool, over the parser that comes with it.</summary>
public sealed class ParserFixture : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly ParserPool pool;

    public ParserFixture() => pool = Pool(Log);

    /// <summary>What the shared pool logged.</summary>
    internal ParserLog Log { get; } = new();

    /// <summary>A pool of its own for tests that break processes.</summary>
    internal static ParserPool Pool(ParserLog log, Action<IngestionOptions>? configure = null)
    {
        var options = new IngestionOptions { Parsers = 2 };
        configure?.Invoke(options);
        return new ParserPool(ParserCommand.Shipped(), Options.Create(options), TimeProvider.System, log);
    }

    public async ValueTask DisposeAsync()
    {
        await pool.DisposeAsync();
        folder.Dispose();
    }

    internal Task<ParseOutcome> ParseAsync(string path, string? fileName = null) =>
        pool.ParseAsync(path, fileName ?? Path.GetFileName(path), TestContext.Current.CancellationToken);

    internal async Task<ParseOutcome> ParseAsync(string fileName, byte[] content)
    {
        var path = folder.Write(Guid.NewGuid().ToString("N"), content);
        try
        {
            return await ParseAsync(path, fileName);
        }
        finally
        {
            File.Delete(path);
        }
    }

    internal async Task<ExtractedDocument> ReadAsync(string fileName, byte[] content) =>
        (await ParseAsync(fileName, content)).ShouldBeOfType<ParseOutcome.Parsed>().Document;

    internal async Task<ExtractedDocument> ReadSampleAsync(string relative) =>
        (await ParseAsync(SampleFiles.PathOf(relative))).ShouldBeOfType<ParseOutcome.Parsed>(relative).Document;
}

/// <summary>Keeps the ids of the processes that a pool started.</summary>
internal sealed class ParserLog : ILogger<ParserPool>
{
    private readonly ConcurrentQueue<int> started = new();

    public IReadOnlyList<int> Started => [.. started];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Name == "ParserStarted" && state is IReadOnlyList<KeyValuePair<string, object?>> values)
        {
            started.Enqueue((int)values.Single(v => v.Key == "ProcessId").Value!);
        }
    }
}
