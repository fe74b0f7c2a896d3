using Microsoft.Data.Sqlite;

namespace Assistant.Retrieval.Embedded;

/// <summary>Connections to one index file whose version and soundness have been checked.</summary>
internal sealed class IndexHandle : IDisposable
{
    private readonly string writer;
    private readonly string reader;

    private IndexHandle(string path)
    {
        writer = ConnectionString(path, SqliteOpenMode.ReadWriteCreate);
        reader = ConnectionString(path, SqliteOpenMode.ReadOnly);
    }

    /// <summary>Opens an index file, creating it when it does not exist.</summary>
    public static IndexHandle Open(string path, string version)
    {
        var handle = new IndexHandle(path);
        using var connection = handle.OpenWriter();
        Execute(connection, "PRAGMA journal_mode = WAL");
        if (IndexSchema.FindVersion(connection) is null)
        {
            IndexSchema.Create(connection, version);
        }

        return handle;
    }

    /// <summary>Whether an existing file is an index of this version.</summary>
    /// <param name="found">The version it has; null when it holds none.</param>
    /// <exception cref="SqliteException">The file is damaged.</exception>
    public static bool HoldsVersion(string path, string version, out string? found)
    {
        using var connection = new SqliteConnection(ConnectionString(path, SqliteOpenMode.ReadWrite, pooling: false));
        connection.Open();
        found = IndexSchema.FindVersion(connection);
        return found == version && IsSound(connection);
    }

    public SqliteConnection OpenReader() => Opened(reader);

    public SqliteConnection OpenWriter() => Opened(writer);

    /// <summary>Closes the pooled connections.</summary>
    public void Dispose()
    {
        foreach (var connectionString in new[] { writer, reader })
        {
            using var connection = new SqliteConnection(connectionString);
            SqliteConnection.ClearPool(connection);
        }
    }

    private static bool IsSound(SqliteConnection connection)
    {
        const int corrupt = 11;
        using var check = connection.CreateCommand();
        check.CommandText = "PRAGMA quick_check(1)";
        return check.ExecuteScalar() is "ok" ? true : throw new SqliteException("The index file fails its self-check.", corrupt);
    }

    private static SqliteConnection Opened(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string ConnectionString(string path, SqliteOpenMode mode, bool pooling = true) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = pooling }.ToString();
}
