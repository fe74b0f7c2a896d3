using System.Text.Json;
using Assistant.Core.Retrieval;
using Microsoft.Data.Sqlite;

namespace Assistant.Retrieval.Embedded;

/// <summary>Writes the passages of a document, within the caller's transaction.</summary>
internal static class PassageWriter
{
    public static void Replace(SqliteConnection connection, Guid documentId, IReadOnlyList<AnalyzedPassage> passages, CancellationToken cancellationToken)
    {
        Delete(connection, documentId);
        using var row = InsertRow(connection);
        using var terms = connection.CreateCommand();
        terms.CommandText = "INSERT INTO terms (rowid, body, heading) VALUES ($id, $body, $heading)";
        using var access = connection.CreateCommand();
        access.CommandText = "INSERT OR IGNORE INTO access (passage, label) VALUES ($id, $label)";
        foreach (var passage in passages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Bind(row, passage);
            var id = (long)row.ExecuteScalar()!;
            Set(terms, ("$id", id), ("$body", string.Join(' ', passage.Body)), ("$heading", string.Join(' ', passage.Heading)));
            terms.ExecuteNonQuery();
            foreach (var label in passage.Passage.Labels)
            {
                Set(access, ("$id", id), ("$label", label));
                access.ExecuteNonQuery();
            }
        }
    }

    private static void Delete(SqliteConnection connection, Guid documentId)
    {
        using var delete = connection.CreateCommand();
        delete.CommandText = """
            DELETE FROM terms WHERE rowid IN (SELECT id FROM passage WHERE document = $document);
            DELETE FROM access WHERE passage IN (SELECT id FROM passage WHERE document = $document);
            DELETE FROM passage WHERE document = $document;
            """;
        Set(delete, ("$document", documentId.ToString("N")));
        delete.ExecuteNonQuery();
    }

    private static SqliteCommand InsertRow(SqliteConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO passage (document, version, version_number, ordinal, title, headings, table_header, text, start, page, language, domain, classification, body_length, heading_length)
            VALUES ($document, $version, $number, $ordinal, $title, $headings, $header, $text, $start, $page, $language, $domain, $classification, $body, $heading)
            RETURNING id
            """;
        return command;
    }

    private static void Bind(SqliteCommand row, AnalyzedPassage analyzed)
    {
        Passage p = analyzed.Passage;
        Set(
            row,
            ("$document", p.DocumentId.ToString("N")),
            ("$version", p.VersionId.ToString("N")),
            ("$number", p.VersionNumber),
            ("$ordinal", p.Ordinal),
            ("$title", p.DocumentTitle),
            ("$headings", JsonSerializer.Serialize(p.HeadingPath)),
            ("$header", p.TableHeader),
            ("$text", p.Text),
            ("$start", p.Start),
            ("$page", p.Page),
            ("$language", p.Language),
            ("$domain", p.Domain),
            ("$classification", (int)p.Classification),
            ("$body", analyzed.Body.Count),
            ("$heading", analyzed.Heading.Count));
    }

    private static void Set(SqliteCommand command, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        command.Parameters.Clear();
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }
    }
}
