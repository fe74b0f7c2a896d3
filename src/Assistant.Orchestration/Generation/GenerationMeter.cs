using System.Runtime.CompilerServices;
using Assistant.Core.Answers;
using Microsoft.Extensions.AI;

namespace Assistant.Orchestration.Generation;

/// <summary>Measures one generation while its text passes through. Counts are the server's, times are this side's clock.</summary>
internal sealed class GenerationMeter(TimeProvider time)
{
    private readonly long started = time.GetTimestamp();
    private long? first;
    private long last;
    private UsageDetails? usage;

    /// <summary>The texts of a stream.</summary>
    public async IAsyncEnumerable<string> MeasureAsync(IAsyncEnumerable<GeneratedPiece> pieces, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var piece in pieces.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            usage = piece.Usage ?? usage;
            if (piece.Text.Length > 0)
            {
                last = time.GetTimestamp();
                first ??= last;
                yield return piece.Text;
            }
        }
    }

    public GenerationFacts Facts(string model, string adapters) => new(
        model,
        adapters,
        usage?.InputTokenCount,
        usage?.CachedInputTokenCount,
        usage?.OutputTokenCount,
        first is { } begin ? time.GetElapsedTime(started, begin).TotalSeconds : null,
        TokensPerSecond());

    /// <summary>The first token is the start of the measured time, and not part of what was made in it.</summary>
    private double? TokensPerSecond() =>
        first is { } begin && last > begin && usage?.OutputTokenCount is > 1 and var tokens
            ? (tokens - 1) / time.GetElapsedTime(begin, last).TotalSeconds
            : null;
}
