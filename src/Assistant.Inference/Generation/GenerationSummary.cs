namespace Assistant.Inference.Generation;

public enum FinishReason
{
    /// <summary>The model ended its text, or a stop text came.</summary>
    Stop,

    /// <summary>The token limit or the end of the context was reached.</summary>
    Length,

    Cancelled,

    /// <summary>The request's deadline passed.</summary>
    Deadline,

    /// <summary>The engine failed; <see cref="GenerationSummary.Failure"/> says how.</summary>
    Failed,
}

/// <param name="ReusedTokens">Prompt tokens whose keys and values came from the prefix cache.</param>
/// <param name="DraftedTokens">Tokens proposed by prompt lookup.</param>
/// <param name="AcceptedTokens">Proposed tokens that were right.</param>
/// <param name="Waited">Submitted to first computed.</param>
/// <param name="TimeToFirstToken">Submitted to first token; zero when none came.</param>
/// <param name="Total">Submitted to finished.</param>
public sealed record GenerationSummary(
    FinishReason Reason,
    int PromptTokens,
    int ReusedTokens,
    int GeneratedTokens,
    int DraftedTokens,
    int AcceptedTokens,
    TimeSpan Waited,
    TimeSpan TimeToFirstToken,
    TimeSpan Total,
    string? Failure = null);
