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

    public static Passage Read(SqliteConnection connection, long id)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT document, version, version_number, title, ordinal, headings, table_header, text, start, page, language, domain, classification,
                   (SELECT json_group_array(label) FROM access WHERE passage = passage.id)
            FROM passage WHERE id = $id
            """;
        command.Parameters.AddWithValue("$id", id);
        using var row = command.ExecuteReader();
        row.Read();
        return new Passage(
            Guid.ParseExact(row.GetString(0), "N"),
            Guid.ParseExact(row.GetString(1), "N"),
            row.GetInt32(2),
            row.GetString(3),
            row.GetInt32(4),
            JsonSerializer.Deserialize<string[]>(row.GetString(5))!,
            row.IsDBNull(6) ? null : row.GetString(6),
            row.GetString(7),
            row.GetInt32(8),
            row.IsDBNull(9) ? null : row.GetInt32(9),
            row.GetString(10),
            row.GetString(11),
            JsonSerializer.Deserialize<string[]>(row.GetString(13))!,
            (Classification)row.GetInt32(12));
    }
}
