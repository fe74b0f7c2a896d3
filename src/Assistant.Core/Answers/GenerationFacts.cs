namespace Assistant.Core.Answers;

/// <summary>How a language model wrote an answer. Token counts are the server's; null where it reports none.</summary>
/// <param name="Model">Name of the base model.</param>
/// <param name="Adapters">The adapter set as the server knows it: "base", "hr@3".</param>
/// <param name="CachedPromptTokens">Prompt tokens that did not have to be computed again.</param>
/// <param name="Tokens">Generated tokens.</param>
/// <param name="SecondsToFirstToken">From the request to the first text; null when none came.</param>
/// <param name="TokensPerSecond">From the first text to the last.</param>
public sealed record GenerationFacts(
    string Model,
    string Adapters,
    long? PromptTokens,
    long? CachedPromptTokens,
    long? Tokens,
    double? SecondsToFirstToken,
    double? TokensPerSecond);
