namespace Assistant.Inference.Speculation;

/// <param name="MinNgram">Shortest suffix, in tokens, whose earlier occurrence is worth a draft.</param>
/// <param name="MaxNgram">Longest suffix, in tokens, that is looked up.</param>
/// <param name="MaxDraft">Most tokens in one draft.</param>
/// <param name="FailuresBeforePause">Drafts in a row without one accepted token after which drafting pauses.</param>
/// <param name="LongestPause">Most steps that a pause lasts.</param>
internal sealed record PromptLookupOptions(int MinNgram = 3, int MaxNgram = 5, int MaxDraft = 15, int FailuresBeforePause = 2, int LongestPause = 64)
{
    public static PromptLookupOptions Default { get; } = new();
}
