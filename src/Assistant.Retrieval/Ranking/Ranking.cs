using Assistant.Core.Retrieval;

namespace Assistant.Retrieval.Ranking;

/// <param name="Best">Best first.</param>
internal sealed record Ranking(IReadOnlyList<ScoredPassage> Best, TermStatistics Statistics);

internal readonly record struct ScoredPassage(long Id, double Score);
