using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Assistant.Web.Engine;

/// <summary>One child process that runs the engine. It ends with this one, because its standard input closes then.</summary>
internal sealed class EngineProcess : IAsyncDisposable
{
    private const int KeptLines = 40;

    private readonly Process process;
    private readonly ILogger logger;
    private readonly Queue<string> lastLines = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? refusal;

    private EngineProcess(Process process, ILogger logger)
    {
        this.process = process;
        this.logger = logger;
        Id = process.Id;
        Ended = WaitAsync();
    }

    public int Id { get; }

    /// <summary>The address it listens at, once it does; never completes when it ends before.</summary>
    public Task<Uri> Listening => listening.Task;

    /// <summary>Completes when the process has ended and everything it said was read.</summary>
    public Task<EngineExit> Ended { get; }

    /// <exception cref="Win32Exception">There is no such program, or it may not be run.</exception>
    public static EngineProcess Start(EngineCommand command, EngineEnvironment environment, EngineKeys keys, ILogger logger)
    {
        var start = new ProcessStartInfo(command.FileName, command.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        environment.Apply(start, keys);
        return new EngineProcess(Process.Start(start)!, logger);
    }

    /// <summary>Memory it holds now (bytes); null when it has ended.</summary>
    public long? MemoryBytes()
    {
        try
        {
            process.Refresh();
            return process.HasExited ? null : process.WorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Asks it to end, and ends it when it does not.</summary>
    public async Task StopAsync(TimeSpan grace, TimeProvider time)
    {
        try
        {
            process.StandardInput.Close();
            await Ended.WaitAsync(grace, time);
        }
        catch (Exception exception) when (exception is TimeoutException or IOException or InvalidOperationException)
        {
            Kill();
            await Ended;
        }
    }

    public void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended already.
        }
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await Ended;
        process.Dispose();
    }

    private async Task<EngineExit> WaitAsync()
    {
        await Task.WhenAll(ReadOutputAsync(), ReadErrorsAsync(), process.WaitForExitAsync(CancellationToken.None));
        lock (lastLines)
        {
            return new EngineExit(process.ExitCode, refusal, [.. lastLines]);
        }
    }

    private async Task ReadOutputAsync()
    {
        await foreach (var line in BoundedLines.ReadAsync(process.StandardOutput, CancellationToken.None))
        {
            if (!TryTake(line))
            {
                logger.EngineSaid(Id, line);
            }
        }
    }

    private async Task ReadErrorsAsync()
    {
        await foreach (var line in BoundedLines.ReadAsync(process.StandardError, CancellationToken.None))
        {
            logger.EngineSaid(Id, line);
            lock (lastLines)
            {
                lastLines.Enqueue(line);
                if (lastLines.Count > KeptLines)
                {
                    lastLines.Dequeue();
                }
            }
        }
    }

    /// <summary>Takes the lines that are meant for the supervisor: {"listening":URL} and {"failed":MESSAGE}.</summary>
    private bool TryTake(string line)
    {
        if (!line.StartsWith('{'))
        {
            return false;
        }

        try
        {
            var said = JsonSerializer.Deserialize<Line>(line, JsonSerializerOptions.Web);
            refusal = said?.Failed ?? refusal;
            return (said?.Listening is { } url && listening.TrySetResult(url)) || said?.Failed is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private sealed record Line(Uri? Listening, string? Failed);
}
