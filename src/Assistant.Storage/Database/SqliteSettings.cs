using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Assistant.Storage.Database;

/// <summary>
/// How the SQLite file is opened. It is in WAL mode (readers and the one writer don't wait for each other); every
/// write transaction begins as such (BEGIN IMMEDIATE), so that none fails half-way for want of the lock.
/// </summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    public const string FileName = "assistant.db";

    /// <summary>How long a writer waits for the others.</summary>
    private static readonly TimeSpan BusyTimeout = TimeSpan.FromSeconds(30);

    public static string ConnectionString(string dataPath) => new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(dataPath, FileName),
        ForeignKeys = true,
        DefaultTimeout = (int)BusyTimeout.TotalSeconds,
    }.ToString();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Configure(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Configure(connection);
        return Task.CompletedTask;
    }

    private static void Configure(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA busy_timeout = {(int)BusyTimeout.TotalMilliseconds}";
        command.ExecuteNonQuery();
    }
}
