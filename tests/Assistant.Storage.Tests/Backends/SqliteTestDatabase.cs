using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Assistant.Storage.Tests.Backends;

public sealed class SqliteTestDatabase : TestDatabase
{
    private const string FileName = "assistant.db";

    /// <summary>Migrating takes a while: every test gets a copy of a file that was migrated by the product.</summary>
    private static readonly Lazy<Task<byte[]>> Migrated = new(MigrateAsync);

    public override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["DataPath"] = DataPath };

    public override string DropAuditTriggers => "DROP TRIGGER audit_entries_refuse_update; DROP TRIGGER audit_entries_refuse_delete; DROP TRIGGER audit_entries_refuse_replace";

    private string ConnectionString => $"Data Source={Path.Combine(DataPath, FileName)};Pooling=False";

    public override async Task CreateAsync() => await File.WriteAllBytesAsync(Path.Combine(DataPath, FileName), await Migrated.Value, TestContext.Current.CancellationToken);

    public override DbConnection Connect() => new SqliteConnection(ConnectionString);

    public override ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        return base.DisposeAsync();
    }

    private static async Task<byte[]> MigrateAsync()
    {
        await using var database = new SqliteTestDatabase();
        using (var host = await StorageHost.StartAsync(database.Settings, TimeProvider.System))
        {
            await host.StopAsync();
        }

        // The last connection to close writes the log back into the file.
        SqliteConnection.ClearAllPools();
        return await File.ReadAllBytesAsync(Path.Combine(database.DataPath, FileName));
    }
}
