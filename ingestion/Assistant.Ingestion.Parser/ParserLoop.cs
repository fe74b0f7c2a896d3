using System.Text.Json;
using System.Threading.Channels;
using Assistant.Core.Documents;
using Assistant.Ingestion.Parser.Protocol;
using Assistant.Ingestion.Parser.Reading;

namespace Assistant.Ingestion.Parser;

/// <summary>
/// Answers one request after the other until standard input ends, which is how the process notices that its parent
/// is gone: input is read while a file is being read, so that even a reader that never returns does not outlive it.
/// </summary>
internal sealed class ParserLoop(Stream input, Stream output, DocumentReader reader)
{
    /// <summary>Deeply nested files are common enough; the readers recurse on them.</summary>
    private const int StackBytes = 64 * 1024 * 1024;
    private const int MaxRequestBytes = 64 * 1024;

    private readonly Channel<ParseRequest> requests = Channel.CreateUnbounded<ParseRequest>();

    /// <summary>Serves until the input ends. The first message out, an empty one, says that the process is up.</summary>
    public async Task<int> RunAsync()
    {
        await Frames.WriteAsync(output, ReadOnlyMemory<byte>.Empty, CancellationToken.None).ConfigureAwait(false);
        var worker = new Thread(Work, StackBytes) { IsBackground = true };
        worker.Start();
        while (await Frames.ReadAsync(input, MaxRequestBytes, CancellationToken.None).ConfigureAwait(false) is { } message)
        {
            var request = JsonSerializer.Deserialize(message, ProtocolJson.Default.ParseRequest)
                ?? throw new InvalidDataException("A request was null.");
            requests.Writer.TryWrite(request);
        }

        return 0;
    }

    private void Work()
    {
        while (requests.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (requests.Reader.TryRead(out var request))
            {
                var reply = reader.Read(request);
                Frames.WriteAsync(output, JsonSerializer.SerializeToUtf8Bytes(reply, ProtocolJson.Default.ParseReply), CancellationToken.None).GetAwaiter().GetResult();
                if (reply.Failure == ParseFailure.OutOfMemory)
                {
                    // What ran out of memory may have left any library in any state: the parent starts a fresh process.
                    Environment.Exit(1);
                }
            }
        }
    }
}
