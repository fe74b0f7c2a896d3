using System.Globalization;
using Assistant.Text.Analysis;
using Microsoft.Data.Sqlite;

namespace Assistant.Retrieval.Embedded;

/// <summary>The tables of the index file and the version it is recognised by.</summary>
internal static class IndexSchema
{
    private const int Version = 1;

    /// <summary>
    /// <c>terms</c> holds the analysed terms, space-joined, of each passage (contentless: terms only).
    /// Its tokenizer splits at the spaces and nowhere else within a term; the analysis has done the rest.
    /// <c>term_instance</c> lists the occurrences of a term, which is what scoped statistics are counted from.
    /// </summary>
    private const string Tables = """
        CREATE TABLE meta (version TEXT NOT NULL);
        CREATE TABLE passage (
            id INTEGER PRIMARY KEY,
            document TEXT NOT NULL,
            version TEXT NOT NULL,
            version_number INTEGER NOT NULL,
            ordinal INTEGER NOT NULL,
            title TEXT NOT NULL,
            headings TEXT NOT NULL,
            table_header TEXT,
            text TEXT NOT NULL,
            start INTEGER NOT NULL,
            page INTEGER,
            language TEXT NOT NULL,
            domain TEXT NOT NULL,
            classification INTEGER NOT NULL,
            body_length INTEGER NOT NULL,
            heading_length INTEGER NOT NULL
        );
        CREATE INDEX passage_document ON passage (document);
        CREATE TABLE access (
            passage INTEGER NOT NULL,
            label TEXT NOT NULL,
            PRIMARY KEY (passage, label)
        ) WITHOUT ROWID;
        CREATE VIRTUAL TABLE terms USING fts5 (body, heading, content = '', contentless_delete = 1, tokenize = "ascii tokenchars '.'");
        CREATE VIRTUAL TABLE term_instance USING fts5vocab (terms, instance);
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

    public static bool IsEmpty(SqliteConnection connection)
    {
        using var tables = connection.CreateCommand();
        tables.CommandText = "SELECT count(*) FROM sqlite_schema";
        return tables.ExecuteScalar() is 0L;
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
