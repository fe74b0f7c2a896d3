using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Assistant.Core.Documents;
using Assistant.Ingestion.Parser.Protocol;

namespace Assistant.Ingestion.Parsing;

/// <summary>One child process and the conversation with it. Used by one caller at a time.</summary>
internal sealed class ParserProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan MemoryCheckPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan ExitTimeout = TimeSpan.FromSeconds(5);

    private readonly Process process;
    private readonly IngestionOptions options;
    private readonly TimeProvider time;
    private readonly Task<string> lastWords;
    private bool killed;

    private ParserProcess(Process process, IngestionOptions options, TimeProvider time)
    {
        this.process = process;
        this.options = options;
        this.time = time;
        Id = process.Id;
        lastWords = StandardError.ReadEndAsync(process.StandardError);
    }

    public int Id { get; }

    /// <summary>False once the process has ended.</summary>
    public bool IsUsable => !killed && !process.HasExited;

    /// <summary>JSON escapes a character into six bytes at most; blocks come on top.</summary>
    private int MaxReplyBytes => (int)Math.Min(int.MaxValue - 64, (6L * options.MaxCharacters) + (64L * 1024 * 1024));

    /// <exception cref="ParserUnavailableException">It did not start.</exception>
    public static async Task<ParserProcess> StartAsync(ParserCommand command, IngestionOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        ParserProcess started;
        try
        {
            started = new ParserProcess(Process.Start(StartInfo(command, options))!, options, time);
        }
        catch (Win32Exception e)
        {
            throw new ParserUnavailableException($"The parser '{command.FileName}' could not be started.", e);
        }

        if (!await started.IsUpAsync(cancellationToken).ConfigureAwait(false))
        {
            await started.DisposeAsync().ConfigureAwait(false);
            throw new ParserUnavailableException($"The parser '{command.FileName} {string.Join(' ', command.Arguments)}' did not come up. {await started.LastWordsAsync().ConfigureAwait(false)}");
        }

        return started;
    }

    /// <summary>Sends a request and waits for the reply within the limits on time and memory.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up; the process is of no use any more.</exception>
    public async Task<ParserAnswer> AskAsync(ParseRequest request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.ParseTimeout, time);
        using var over = new CancellationTokenSource();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token, over.Token);
        using var answered = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        var watch = WatchMemoryAsync(over, answered.Token);
        try
        {
            await Frames.WriteAsync(process.StandardInput.BaseStream, JsonSerializer.SerializeToUtf8Bytes(request, ProtocolJson.Default.ParseRequest), stop.Token).ConfigureAwait(false);
            var message = await Frames.ReadAsync(process.StandardOutput.BaseStream, MaxReplyBytes, stop.Token).ConfigureAwait(false);
            var reply = message is null ? null : JsonSerializer.Deserialize(message, ProtocolJson.Default.ParseReply);
            return reply is null
                ? new ParserAnswer(null, await ReasonOfDeathAsync().ConfigureAwait(false))
                : new ParserAnswer(reply, null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Kill();
            return new ParserAnswer(null, over.IsCancellationRequested ? ParseFailure.OutOfMemory : ParseFailure.TimedOut);
        }
        catch (InvalidDataException)
        {
            return new ParserAnswer(null, ParseFailure.TooLarge);
        }
        catch (JsonException)
        {
            return new ParserAnswer(null, ParseFailure.Crashed);
        }
        catch (IOException)
        {
            // The pipe broke: the process ended while it was written to.
            return new ParserAnswer(null, await ReasonOfDeathAsync().ConfigureAwait(false));
        }
        finally
        {
            await answered.CancelAsync().ConfigureAwait(false);
            await watch.ConfigureAwait(false);
        }
    }

    /// <summary>The end of what the process wrote to standard error; it has ended, or is ended here.</summary>
    public async Task<string> LastWordsAsync()
    {
        Kill();
        return await lastWords.ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        using var limit = new CancellationTokenSource(ExitTimeout, time);
        await process.WaitForExitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        process.Dispose();
    }

    private static ProcessStartInfo StartInfo(ParserCommand command, IngestionOptions options)
    {
        var info = new ProcessStartInfo(command.FileName, command.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };

        // It inherits nothing that it does not need: settings of the application hold secrets.
        foreach (var name in info.Environment.Keys.Where(name => !ParserEnvironment.Passes(name)).ToList())
        {
            info.Environment.Remove(name);
        }

        info.Environment["DOTNET_GCHeapHardLimit"] = (options.ParserMemoryMegabytes * 1024L * 1024).ToString("X", CultureInfo.InvariantCulture);
        info.Environment["DOTNET_EnableDiagnostics"] = "0";
        info.Environment["DOTNET_TieredCompilation"] = "1";
        return info;
    }

    private async Task<bool> IsUpAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(StartTimeout, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await Frames.ReadAsync(process.StandardOutput.BaseStream, 0, stop.Token).ConfigureAwait(false) is not null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }

    /// <summary>The garbage-collected heap limits itself; this sees everything else, and what a runtime in trouble still grows by.</summary>
    private async Task WatchMemoryAsync(CancellationTokenSource over, CancellationToken answered)
    {
        var limitBytes = 3L * options.ParserMemoryMegabytes * 1024 * 1024 / 2;
        using var timer = new PeriodicTimer(MemoryCheckPause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(answered).ConfigureAwait(false) && !process.HasExited)
            {
                process.Refresh();
                if (process.WorkingSet64 > limitBytes)
                {
                    await over.CancelAsync().ConfigureAwait(false);
                    return;
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or InvalidOperationException)
        {
            // Answered, or ended between the two looks: either is noticed where the reply is read.
        }
    }

    /// <summary>The runtime says so on standard error when it ends for want of memory.</summary>
    private async Task<ParseFailure> ReasonOfDeathAsync()
    {
        var words = await LastWordsAsync().ConfigureAwait(false);
        return words.Contains("out of memory", StringComparison.OrdinalIgnoreCase) || words.Contains(nameof(OutOfMemoryException), StringComparison.Ordinal)
            ? ParseFailure.OutOfMemory
            : ParseFailure.Crashed;
    }

    private void Kill()
    {
        killed = true;
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended already.
        }
    }
}
