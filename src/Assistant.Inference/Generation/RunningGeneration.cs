using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Assistant.Inference.Generation;

/// <summary>A running generation. Its output is kept until it is read.</summary>
public sealed class RunningGeneration
{
    private readonly Channel<GenerationChunk> chunks = Channel.CreateUnbounded<GenerationChunk>(new UnboundedChannelOptions { SingleWriter = true, SingleReader = true });
    private readonly TaskCompletionSource<GenerationSummary> summary = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<int> position;

    internal RunningGeneration(Func<int> position) => this.position = position;

    /// <summary>Its place among the waiting requests, about: 1 is next, 0 runs or has ended.</summary>
    public int QueuePosition => position();

    /// <summary>Completes when the last token is written. It never fails: failures are in the summary.</summary>
    public Task<GenerationSummary> Summary => summary.Task;

    /// <summary>The output as it comes; ends with the generation, whatever its reason.</summary>
    public async IAsyncEnumerable<GenerationChunk> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var chunk in chunks.Reader.ReadAllAsync(cancellationToken))
        {
            yield return chunk;
        }
    }

    internal void Write(GenerationChunk chunk) => chunks.Writer.TryWrite(chunk);

    internal void Finish(GenerationSummary result)
    {
        chunks.Writer.TryComplete();
        summary.TrySetResult(result);
    }
}
