using Assistant.Core.Retrieval;
using Assistant.Retrieval.Ranking;
using Assistant.Text.Analysis;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Assistant.Retrieval.Embedded;

/// <summary>The embedded index: SQLite FTS5 keeps and finds the terms, <see cref="PassageRanker"/> scores within the scope.</summary>
internal sealed class SqlitePassageIndex(
    IndexFile file,
    TextAnalyzer analyzer,
    PassageRanker ranker,
    ILogger<SqlitePassageIndex> logger) : IPassageIndex
{
    public async Task ReplaceAsync(Guid documentId, IReadOnlyList<Passage> passages, CancellationToken cancellationToken)
    {
        if (passages.FirstOrDefault(p => p.DocumentId != documentId) is { } foreign)
        {
            throw new ArgumentException($"Passage {foreign.Id} is of document {foreign.DocumentId}, not {documentId}.", nameof(passages));
        }

        // Analysis needs no database; readers and the next writer do not wait for it.
        var analyzed = passages.Select(p => AnalyzedPassage.Of(p, analyzer)).ToList();
        void Write(SqliteConnection connection) => PassageWriter.Replace(connection, documentId, analyzed, cancellationToken);
        try
        {
            await file.WriteAsync(Write, cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException exception) when (IndexFile.IsDamage(exception))
        {
            // The damaged file has made room for an empty one.
            await file.WriteAsync(Write, cancellationToken).ConfigureAwait(false);
        }

        logger.Replaced(documentId, passages.Count);
    }

    public Task<SearchResult> SearchAsync(PassageQuery query, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1, nameof(query));
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(query.Scope.Labels.Count == 0
            ? SearchResult.Empty
            : file.Read(connection => Search(connection, query, cancellationToken)));
    }

    public Task<IReadOnlySet<Guid>> DocumentIdsAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return Task.FromResult(file.Read(PassageReader.DocumentIds));
        }
        catch (SqliteException exception) when (IndexFile.IsDamage(exception))
        {
            return Task.FromResult(file.Read(PassageReader.DocumentIds));
        }
    }

    private SearchResult Search(SqliteConnection connection, PassageQuery query, CancellationToken cancellationToken)
    {
        var ranking = ranker.Rank(query, new ScopedReader(connection, query), cancellationToken);
        if (ranking.Passages.Count == 0)
        {
            return new SearchResult([], ranking.Statistics);
        }

        // All that tie with the last one are read, so that ties are settled by what they are, not by when they were indexed.
        var last = ranking.Passages.Select(p => p.Score).OrderDescending().Take(query.Limit).Last();
        var best = ranking.Passages.Where(p => p.Score >= last).ToList();
        var passages = PassageReader.Read(connection, best.Select(p => p.Id));
        return new SearchResult(
            [
                .. best.Select(p => new RankedPassage(passages[p.Id], p.Score))
                    .OrderByDescending(p => p.Score)
                    .ThenBy(p => p.Passage.DocumentId)
                    .ThenBy(p => p.Passage.Ordinal)
                    .Take(query.Limit),
            ],
            ranking.Statistics);
    }
}
