using System.Text.Json;
using Assistant.Core.Documents;
using Assistant.Core.Retrieval;
using Microsoft.Data.Sqlite;

namespace Assistant.Retrieval.Embedded;

/// <summary>Reads passages back.</summary>
internal static class PassageReader
{
    public static IReadOnlySet<Guid> DocumentIds(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT DISTINCT document FROM passage";
        using var rows = command.ExecuteReader();
        var ids = new HashSet<Guid>();
        while (rows.Read())
        {
            ids.Add(Guid.ParseExact(rows.GetString(0), "N"));
        }

        return ids;
    }

    /// <summary>The passages with these ids.</summary>
    public static Dictionary<long, Passage> Read(SqliteConnection connection, IEnumerable<long> ids)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT c.id, p.document, c.version, c.version_number, c.title, c.ordinal, c.headings, c.table_header, c.text, c.start, c.page, p.language, p.domain, c.classification,
                   (SELECT json_group_array(label) FROM access WHERE passage = c.id)
            FROM json_each($ids) i JOIN content c ON c.id = i.value JOIN passage p ON p.id = c.id
            """;
        command.Parameters.AddWithValue("$ids", JsonSerializer.Serialize(ids));
        using var row = command.ExecuteReader();
        var passages = new Dictionary<long, Passage>();
        while (row.Read())
        {
            passages.Add(row.GetInt64(0), Passage(row));
        }

        return passages;
    }

    private static Passage Passage(SqliteDataReader row) => new(
        Guid.ParseExact(row.GetString(1), "N"),
        Guid.ParseExact(row.GetString(2), "N"),
        row.GetInt32(3),
        row.GetString(4),
        row.GetInt32(5),
        JsonSerializer.Deserialize<string[]>(row.GetString(6))!,
        row.IsDBNull(7) ? null : row.GetString(7),
        row.GetString(8),
        row.GetInt32(9),
        row.IsDBNull(10) ? null : row.GetInt32(10),
        row.GetString(11),
        row.GetString(12),
        JsonSerializer.Deserialize<string[]>(row.GetString(14))!,
        (Classification)row.GetInt32(13));
}
