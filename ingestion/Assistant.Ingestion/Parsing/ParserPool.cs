using System.Collections.Concurrent;
using System.Globalization;
using Assistant.Core.Documents;
using Assistant.Ingestion.Parser.Protocol;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Assistant.Ingestion.Parsing;

/// <summary>
/// Reads files in child processes. A process serves many files and is replaced when it dies, runs over its time or
/// memory, or says anything unexpected; the file that it was reading is refused with the reason.
/// </summary>
internal sealed class ParserPool(ParserCommand command, IOptions<IngestionOptions> options, TimeProvider time, ILogger<ParserPool> logger) : IAsyncDisposable
{
    private readonly SemaphoreSlim places = new(options.Value.Parsers);
    private readonly ConcurrentBag<ParserProcess> idle = [];

    /// <summary>Reads a stored file.</summary>
    /// <exception cref="ParserUnavailableException">It is worth trying again: the fault is not the document's.</exception>
    public async Task<ParseOutcome> ParseAsync(string path, string fileName, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var parser = idle.TryTake(out var warm) && warm.IsUsable ? warm : await StartAsync(cancellationToken).ConfigureAwait(false);
            return await ParseAsync(parser, path, fileName, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            places.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (idle.TryTake(out var parser))
        {
            await parser.DisposeAsync().ConfigureAwait(false);
        }

        places.Dispose();
    }

    private async Task<ParserProcess> StartAsync(CancellationToken cancellationToken)
    {
        var parser = await ParserProcess.StartAsync(command, options.Value, time, cancellationToken).ConfigureAwait(false);
        logger.ParserStarted(parser.Id);
        return parser;
    }

    private async Task<ParseOutcome> ParseAsync(ParserProcess parser, string path, string fileName, CancellationToken cancellationToken)
    {
        var keep = false;
        try
        {
            var request = new ParseRequest(path, fileName, options.Value.MaxCharacters, options.Value.MaxUnpackedBytes);
            var answer = await parser.AskAsync(request, cancellationToken).ConfigureAwait(false);
            if (answer.Fault is { } fault)
            {
                logger.ParserEnded(parser.Id, fault.ToString());
                return Refuse(fault);
            }

            var reply = answer.Reply!;
            keep = reply.Failure != ParseFailure.OutOfMemory;
            return Outcome(reply);
        }
        finally
        {
            if (keep)
            {
                idle.Add(parser);
            }
            else
            {
                await parser.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private ParseOutcome Outcome(ParseReply reply)
    {
        if (reply.Error is { } error)
        {
            throw new ParserUnavailableException(error);
        }

        if (reply.Detail is { } detail)
        {
            logger.ReaderGaveUp(detail);
        }

        return reply switch
        {
            { Document: { } document } when IsSound(document) => new ParseOutcome.Parsed(document),
            { Failure: { } failure, Message: { } message } => new ParseOutcome.Refused(failure, message),
            _ => Refuse(ParseFailure.Crashed),
        };
    }

    /// <summary>What comes from the process that reads hostile files is checked before anything relies on it.</summary>
    private bool IsSound(ExtractedDocument document)
    {
        var end = 0;
        foreach (var block in document.Blocks)
        {
            if (block.Length <= 0 || block.Start < end || block.Start > document.Text.Length - block.Length)
            {
                return false;
            }

            end = block.End;
        }

        return end > 0 && document.Text.Length <= options.Value.MaxCharacters;
    }

    private ParseOutcome.Refused Refuse(ParseFailure fault) => new(fault, fault switch
    {
        ParseFailure.TimedOut => string.Create(CultureInfo.InvariantCulture, $"Reading the file took longer than {options.Value.ParseTimeout.TotalSeconds:0} seconds. Split it into several documents, or save it again from the program it was made with."),
        ParseFailure.OutOfMemory => "Reading the file took more memory than it may. Split it into several documents.",
        ParseFailure.TooLarge => "The file holds more text than can be taken in. Split it into several documents.",
        _ => "The file could not be read: its reader broke down over it. Save it again from the program it was made with, and upload the new copy.",
    });
}
