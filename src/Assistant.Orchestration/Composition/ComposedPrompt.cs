using Assistant.Orchestration.Evidence;

namespace Assistant.Orchestration.Composition;

/// <summary>The template's arguments, within the token budget.</summary>
/// <param name="Evidence">The evidence with the sources that fit; markers refer to these.</param>
/// <param name="EstimatedTokens">Upper estimate for the rendered prompt.</param>
internal sealed record ComposedPrompt(string Question, string Passages, string History, EvidenceSet Evidence, int EstimatedTokens);
