using Assistant.Inference.Generation;

namespace Assistant.Inference.Host.Generation;

/// <summary>Token counts in OpenAI's form.</summary>
internal sealed record Usage(int PromptTokens, int CompletionTokens, int TotalTokens, PromptTokensDetails PromptTokensDetails)
{
    public static Usage Of(GenerationSummary summary) => new(
        summary.PromptTokens,
        summary.GeneratedTokens,
        summary.PromptTokens + summary.GeneratedTokens,
        new(summary.ReusedTokens));
}

/// <param name="CachedTokens">Prompt tokens taken from the prefix cache.</param>
internal sealed record PromptTokensDetails(int CachedTokens);
