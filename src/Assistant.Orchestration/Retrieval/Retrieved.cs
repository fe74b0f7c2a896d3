using Assistant.Core.Audit;
using Assistant.Core.Retrieval;

namespace Assistant.Orchestration.Retrieval;

/// <summary>What the retrieve stage found: usable passages, best first, and the trace of all candidates.</summary>
/// <param name="ChecksRun">Ids of the passage rules that ran.</param>
internal sealed record Retrieved(
    string Query,
    string? Context,
    IReadOnlyList<UsablePassage> Passages,
    TermStatistics Statistics,
    IReadOnlyList<PassageTrace> Trace,
    IReadOnlyList<string> ChecksRun);
