using System.Text.Json;
using Assistant.Core.Access;
using Assistant.Retrieval.Ranking;
using Microsoft.Data.Sqlite;

namespace Assistant.Retrieval.Embedded;

/// <summary>
/// What ranking may know of the index: the passages of one scope and nothing else. The scope is part of every
/// query here, so that neither a passage nor a count of one outside it leaves the database.
/// </summary>
internal sealed class ScopedReader(SqliteConnection connection, AccessScope scope) : IScopedTerms
{
    private const string InScope = "EXISTS (SELECT 1 FROM access a WHERE a.passage = p.id AND a.label IN (SELECT value FROM json_each($labels)))";

    private readonly string labels = JsonSerializer.Serialize(scope.Labels);

    public ScopeStatistics Statistics()
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT p.language, count(*), sum(p.body_length), sum(p.heading_length) FROM passage p WHERE {InScope} GROUP BY p.language ORDER BY p.language";
        command.Parameters.AddWithValue("$labels", labels);
        using var rows = command.ExecuteReader();
        var languages = new List<string>();
        long passages = 0, body = 0, heading = 0;
        while (rows.Read())
        {
            languages.Add(rows.GetString(0));
            passages += rows.GetInt64(1);
            body += rows.GetInt64(2);
            heading += rows.GetInt64(3);
        }

        return new ScopeStatistics((int)passages, body / (double)Math.Max(1, passages), heading / (double)Math.Max(1, passages), languages);
    }

    public IReadOnlyList<Posting> Postings(string term)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT p.id, i.col = 'body', p.language, p.domain, p.body_length, p.heading_length
            FROM term_instance i JOIN passage p ON p.id = i.doc
            WHERE i.term = $term AND {InScope}
            """;
        command.Parameters.AddWithValue("$term", term);
        command.Parameters.AddWithValue("$labels", labels);
        using var rows = command.ExecuteReader();
        var postings = new Dictionary<long, Posting>();
        while (rows.Read())
        {
            var id = rows.GetInt64(0);
            if (!postings.TryGetValue(id, out var posting))
            {
                posting = new Posting(id, rows.GetString(2), rows.GetString(3), rows.GetInt32(4), rows.GetInt32(5), 0, 0);
            }

            postings[id] = rows.GetBoolean(1) ? posting with { InBody = posting.InBody + 1 } : posting with { InHeading = posting.InHeading + 1 };
        }

        return [.. postings.Values];
    }
}
