using System.Text.Json;
using Assistant.Core.Retrieval;
using Assistant.Retrieval.Ranking;
using Microsoft.Data.Sqlite;

namespace Assistant.Retrieval.Embedded;

/// <summary>
/// What ranking may know of the index: the passages of one scope and nothing else. The scope is part of every
/// query here, so that neither a passage nor a count of one outside it leaves the database.
/// </summary>
internal sealed class ScopedReader(SqliteConnection connection, PassageQuery query) : IScopedTerms
{
    private const string InScope = "p.id IN (SELECT passage FROM access WHERE label IN (SELECT value FROM json_each($labels)))";

    /// <summary>CROSS JOIN keeps the order as written: from the terms asked for to their passages.</summary>
    private const string Terms = $"""
        SELECT t.key, p.id, p.domain = $domain, p.language = $language, p.body_length, p.heading_length, i.col = 'body', p.language
        FROM json_each($terms) t CROSS JOIN term_instance i ON i.term = t.value CROSS JOIN passage p ON p.id = i.doc
        WHERE {InScope}
        """;

    private const string Grams = $"""
        SELECT t.key, p.id, p.domain = $domain, p.language = $language, p.gram_count
        FROM json_each($terms) t CROSS JOIN gram_instance i ON i.term = t.value CROSS JOIN passage p ON p.id = i.doc
        WHERE {InScope}
        """;

    private const string Totals = $"""
        SELECT p.language, count(*), sum(p.body_length), sum(p.heading_length), sum(p.gram_count)
        FROM passage p WHERE {InScope} GROUP BY p.language ORDER BY p.language
        """;

    private readonly string labels = JsonSerializer.Serialize(query.Scope.Labels);

    public ScopeStatistics Statistics()
    {
        using var command = Command(Totals);
        using var rows = command.ExecuteReader();
        var languages = new List<string>();
        long passages = 0, body = 0, heading = 0, grams = 0;
        while (rows.Read())
        {
            languages.Add(rows.GetString(0));
            passages += rows.GetInt64(1);
            body += rows.GetInt64(2);
            heading += rows.GetInt64(3);
            grams += rows.GetInt64(4);
        }

        double Average(long sum) => sum / (double)Math.Max(1, passages);
        return new ScopeStatistics((int)passages, Average(body), Average(heading), Average(grams), languages);
    }

    public void ReadTerms(IReadOnlyList<string> terms, Action<TermOccurrence> read)
    {
        using var command = Command(Terms, terms);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            read(new TermOccurrence(rows.GetInt32(0), Passage(rows), rows.GetInt32(4), rows.GetInt32(5), rows.GetBoolean(6), rows.GetString(7)));
        }
    }

    public void ReadGrams(IReadOnlyList<string> grams, Action<GramOccurrence> read)
    {
        using var command = Command(Grams, grams);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            read(new GramOccurrence(rows.GetInt32(0), Passage(rows), rows.GetInt32(4)));
        }
    }

    private static PassageKey Passage(SqliteDataReader rows) => new(rows.GetInt64(1), rows.GetBoolean(2), rows.GetBoolean(3));

    private SqliteCommand Command(string sql, IReadOnlyList<string>? terms = null)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$labels", labels);
        if (terms is not null)
        {
            command.Parameters.AddWithValue("$terms", JsonSerializer.Serialize(terms));
            command.Parameters.AddWithValue("$domain", query.Domain ?? "");
            command.Parameters.AddWithValue("$language", query.Language);
        }

        return command;
    }
}
