using Assistant.Core.Access;

namespace Assistant.Core.Retrieval;

/// <summary>
/// The searchable passages. Every implementation passes one conformance suite: access is part of the query,
/// never applied to its result, and scores do not depend on passages outside the scope.
/// </summary>
public interface IPassageIndex
{
    /// <summary>
    /// Makes these the only passages of a document, atomically; an empty list removes it.
    /// Passages of other versions of the document go.
    /// </summary>
    Task ReplaceAsync(Guid documentId, IReadOnlyList<Passage> passages, CancellationToken cancellationToken);

    /// <summary>Ranks passages within the query's scope, best first.</summary>
    Task<SearchResult> SearchAsync(PassageQuery query, CancellationToken cancellationToken);

    /// <summary>Documents that have passages, for reconciliation with the document store.</summary>
    Task<IReadOnlySet<Guid>> DocumentIdsAsync(CancellationToken cancellationToken);
}

/// <param name="Text">The question.</param>
/// <param name="Context">Earlier turns that help recall but must not outrank the question; null for none.</param>
/// <param name="Language">ISO 639-1 code of the question; passages in it get a soft boost.</param>
/// <param name="Domain">Passages of this domain get a soft boost; null for none.</param>
/// <param name="Limit">Most passages to return, at least 1.</param>
public sealed record PassageQuery(
    string Text,
    string? Context,
    string Language,
    string? Domain,
    AccessScope Scope,
    int Limit);

/// <param name="Statistics">Statistics of the question's terms within the scope.</param>
public sealed record SearchResult(IReadOnlyList<RankedPassage> Passages, TermStatistics Statistics)
{
    public static SearchResult Empty { get; } = new([], new TermStatistics(0, new Dictionary<string, int>()));
}

/// <param name="Score">Higher is better; comparable within one result only.</param>
public sealed record RankedPassage(Passage Passage, double Score);

/// <param name="PassageCount">Passages within the scope.</param>
/// <param name="DocumentFrequency">Per analysed query term: passages within the scope that hold it.</param>
public sealed record TermStatistics(int PassageCount, IReadOnlyDictionary<string, int> DocumentFrequency)
{
    /// <summary>Robertson–Spärck Jones IDF as in BM25, never negative: ln(1 + (N − df + 0.5) / (df + 0.5)).</summary>
    public double Idf(string term)
    {
        var df = DocumentFrequency.GetValueOrDefault(term);
        return Math.Log(1 + ((PassageCount - df + 0.5) / (df + 0.5)));
    }
}
