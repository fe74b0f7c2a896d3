using System.Data.Common;
using Npgsql;

namespace Assistant.Storage.Tests.Backends;

public sealed class PostgresTestDatabase(PostgresServer server) : TestDatabase
{
    private string connectionString = "";

    public override IReadOnlyDictionary<string, string?> Settings => SettingsOf(connectionString, DataPath);

    public override string DropAuditTriggers => "DROP TRIGGER audit_entries_refuse_change ON audit_entries; DROP TRIGGER audit_entries_refuse_truncate ON audit_entries";

    public static IReadOnlyDictionary<string, string?> SettingsOf(string connectionString, string dataPath) => new Dictionary<string, string?>
    {
        ["DataPath"] = dataPath,
        ["Storage:Provider"] = "postgres",
        ["Storage:ConnectionString"] = connectionString,
    };

    public override async Task CreateAsync() => connectionString = await server.CreateDatabaseAsync();

    public override DbConnection Connect() => new NpgsqlConnection(connectionString);

    public override async ValueTask DisposeAsync()
    {
        if (connectionString.Length > 0)
        {
            await server.DropDatabaseAsync(connectionString);
        }

        await base.DisposeAsync();
    }
}
