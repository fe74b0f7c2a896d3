using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Assistant.Retrieval.Embedded;

/// <summary>Writes the passages of a document, within the caller's transaction.</summary>
internal static class PassageWriter
{
    private const string DeleteDocument = """
        DELETE FROM terms WHERE rowid IN (SELECT id FROM passage WHERE document = $document);
        DELETE FROM grams WHERE rowid IN (SELECT id FROM passage WHERE document = $document);
        DELETE FROM access WHERE passage IN (SELECT id FROM passage WHERE document = $document);
        DELETE FROM content WHERE id IN (SELECT id FROM passage WHERE document = $document);
        DELETE FROM passage WHERE document = $document;
        """;

    private const string InsertPassage = """
        INSERT INTO passage (document, language, domain, body_length, heading_length, gram_count)
        VALUES ($document, $language, $domain, $body_length, $heading_length, $gram_count)
        RETURNING id
        """;

    private const string InsertContent = """
        INSERT INTO content (id, version, version_number, ordinal, title, headings, table_header, text, start, page, classification)
        VALUES ($id, $version, $number, $ordinal, $title, $headings, $table_header, $text, $start, $page, $classification);
        INSERT INTO terms (rowid, body, heading) VALUES ($id, $body, $heading);
        INSERT INTO grams (rowid, gram) VALUES ($id, $grams);
        INSERT OR IGNORE INTO access (label, passage) SELECT value, $id FROM json_each($labels);
        """;

    public static void Replace(SqliteConnection connection, Guid documentId, IReadOnlyList<AnalyzedPassage> passages, CancellationToken cancellationToken)
    {
        using var delete = Command(connection, DeleteDocument);
        Set(delete, ("$document", documentId.ToString("N")));
        delete.ExecuteNonQuery();

        using var insertPassage = Command(connection, InsertPassage);
        using var insertContent = Command(connection, InsertContent);
        foreach (var passage in passages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Insert(insertPassage, insertContent, passage);
        }
    }

    private static void Insert(SqliteCommand insertPassage, SqliteCommand insertContent, AnalyzedPassage analyzed)
    {
        var passage = analyzed.Passage;
        Set(
            insertPassage,
            ("$document", passage.DocumentId.ToString("N")),
            ("$language", passage.Language),
            ("$domain", passage.Domain),
            ("$body_length", analyzed.Body.Count),
            ("$heading_length", analyzed.Heading.Count),
            ("$gram_count", analyzed.Grams.Count));
        var id = (long)insertPassage.ExecuteScalar()!;
        Set(
            insertContent,
            ("$id", id),
            ("$version", passage.VersionId.ToString("N")),
            ("$number", passage.VersionNumber),
            ("$ordinal", passage.Ordinal),
            ("$title", passage.DocumentTitle),
            ("$headings", JsonSerializer.Serialize(passage.HeadingPath)),
            ("$table_header", passage.TableHeader),
            ("$text", passage.Text),
            ("$start", passage.Start),
            ("$page", passage.Page),
            ("$classification", (int)passage.Classification),
            ("$body", string.Join(' ', analyzed.Body)),
            ("$heading", string.Join(' ', analyzed.Heading)),
            ("$grams", string.Join(' ', analyzed.Grams)),
            ("$labels", JsonSerializer.Serialize(passage.Labels)));
        insertContent.ExecuteNonQuery();
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
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
