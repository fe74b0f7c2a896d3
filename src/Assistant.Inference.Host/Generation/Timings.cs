using Assistant.Inference.Generation;

namespace Assistant.Inference.Host.Generation;

/// <summary>Ours: how the generation went.</summary>
/// <param name="QueueMs">Submitted to first computed.</param>
/// <param name="TtftMs">Submitted to first token.</param>
/// <param name="TotalMs">Submitted to finished.</param>
/// <param name="TokensPerSecond">Rate after the first token; 0 when there was no second.</param>
/// <param name="Drafted">Tokens proposed by prompt lookup.</param>
/// <param name="Accepted">Proposed tokens that were right.</param>
internal sealed record Timings(double QueueMs, double TtftMs, double TotalMs, double TokensPerSecond, int Drafted, int Accepted)
{
    public static Timings Of(GenerationSummary summary)
    {
        var rest = (summary.Total - summary.TimeToFirstToken).TotalSeconds;
        return new(
            Math.Round(summary.Waited.TotalMilliseconds, 3),
            Math.Round(summary.TimeToFirstToken.TotalMilliseconds, 3),
            Math.Round(summary.Total.TotalMilliseconds, 3),
            summary.GeneratedTokens > 1 && rest > 0 ? Math.Round((summary.GeneratedTokens - 1) / rest, 2) : 0,
            summary.DraftedTokens,
            summary.AcceptedTokens);
    }
}
