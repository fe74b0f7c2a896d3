using System.Globalization;
using Assistant.Text.Analysis;
using Microsoft.Data.Sqlite;

namespace Assistant.Retrieval.Embedded;

/// <summary>The tables of the index file and the version it is recognised by.</summary>
internal static class IndexSchema
{
    private const int Version = 1;

    /// <summary>
    /// <c>passage</c> is what ranking looks at, <c>content</c> what a hit is made of. <c>terms</c> and <c>grams</c>
    /// hold the analysed terms and their character n-grams, space-joined (contentless: inverted lists only). Their
    /// tokenizers split at the spaces and nowhere within a term. The <c>_instance</c> tables list where a term
    /// occurs, which is what statistics within a scope are counted from.
    /// </summary>
    private const string Tables = """
        CREATE TABLE meta (version TEXT NOT NULL);
        CREATE TABLE passage (
            id INTEGER PRIMARY KEY,
            document TEXT NOT NULL,
            language TEXT NOT NULL,
            domain TEXT NOT NULL,
            body_length INTEGER NOT NULL,
            heading_length INTEGER NOT NULL,
            gram_count INTEGER NOT NULL
        );
        CREATE INDEX passage_document ON passage (document);
        CREATE TABLE content (
            id INTEGER PRIMARY KEY,
            version TEXT NOT NULL,
            version_number INTEGER NOT NULL,
            ordinal INTEGER NOT NULL,
            title TEXT NOT NULL,
            headings TEXT NOT NULL,
            table_header TEXT,
            text TEXT NOT NULL,
            start INTEGER NOT NULL,
            page INTEGER,
            classification INTEGER NOT NULL
        );
        CREATE TABLE access (
            label TEXT NOT NULL,
            passage INTEGER NOT NULL,
            PRIMARY KEY (label, passage)
        ) WITHOUT ROWID;
        CREATE INDEX access_passage ON access (passage);
        CREATE VIRTUAL TABLE terms USING fts5 (body, heading, content = '', contentless_delete = 1, tokenize = "ascii tokenchars '.'");
        CREATE VIRTUAL TABLE term_instance USING fts5vocab (terms, instance);
        CREATE VIRTUAL TABLE grams USING fts5 (gram, content = '', contentless_delete = 1, detail = none, tokenize = "ascii tokenchars '_'");
        CREATE VIRTUAL TABLE gram_instance USING fts5vocab (grams, instance);
        """;

    /// <summary>Schema and analysis: terms written by another analysis would never be found again.</summary>
    public static string CurrentVersion(TextAnalyzer analyzer) =>
        string.Create(CultureInfo.InvariantCulture, $"{Version}/{analyzer.Fingerprint}");

    /// <summary>The version of an index file; null when it has no tables yet, or tables of something else.</summary>
    public static string? FindVersion(SqliteConnection connection)
    {
        using var exists = connection.CreateCommand();
        exists.CommandText = "SELECT count(*) FROM sqlite_schema WHERE name = 'meta'";
        if (exists.ExecuteScalar() is not 1L)
        {
            return null;
        }

        using var version = connection.CreateCommand();
        version.CommandText = "SELECT version FROM meta";
        return version.ExecuteScalar() as string;
    }

    public static void Create(SqliteConnection connection, string version)
    {
        using var transaction = connection.BeginTransaction();
        using var create = connection.CreateCommand();
        create.CommandText = Tables;
        create.ExecuteNonQuery();
        using var stamp = connection.CreateCommand();
        stamp.CommandText = "INSERT INTO meta (version) VALUES ($version)";
        stamp.Parameters.AddWithValue("$version", version);
        stamp.ExecuteNonQuery();
        transaction.Commit();
    }
}
