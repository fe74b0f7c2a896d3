using Assistant.Core.Retrieval;

namespace Assistant.Retrieval.Ranking;

/// <param name="Passages">The passages found, in no order.</param>
internal sealed record Ranking(IReadOnlyList<ScoredPassage> Passages, TermStatistics Statistics);

/// <param name="Id">The passage's number in the index.</param>
internal readonly record struct ScoredPassage(long Id, double Score);
