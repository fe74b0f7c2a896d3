using Assistant.Storage.Tests.Backends;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace Assistant.Storage.Tests.Backends;

/// <summary>
/// The PostgreSQL server of the test run: the one that ASSISTANT_TEST_POSTGRES names, or a private cluster that is
/// started when the first test asks for it.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    public const string Variable = "ASSISTANT_TEST_POSTGRES";

    private readonly Lazy<Task<string>> administration;
    private readonly Lazy<Task<string>> migrated;
    private PostgresCluster? cluster;

    public PostgresServer()
    {
        administration = new(StartAsync);
        migrated = new(MigrateAsync);
    }

    /// <returns>Connection string of a new, empty database.</returns>
    public Task<string> CreateEmptyDatabaseAsync() => CreateDatabaseAsync("template1");

    /// <summary>Migrating takes a while: databases are copied from one that was migrated by the product.</summary>
    /// <returns>Connection string of a new, migrated database.</returns>
    public async Task<string> CreateDatabaseAsync() => await CreateDatabaseAsync(NameOf(await migrated.Value));

    public async Task DropDatabaseAsync(string connectionString)
    {
        await using (var used = new NpgsqlConnection(connectionString))
        {
            NpgsqlConnection.ClearPool(used);
        }

        await ExecuteAsync($"DROP DATABASE {NameOf(connectionString)} WITH (FORCE)");
    }

    public async ValueTask DisposeAsync()
    {
        if (migrated is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await DropDatabaseAsync(await migrated.Value);
        }

        if (cluster is not null)
        {
            await cluster.DisposeAsync();
        }
    }

    private static string NameOf(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Database!;

    private async Task<string> MigrateAsync()
    {
        var database = await CreateEmptyDatabaseAsync();
        var folder = Directory.CreateTempSubdirectory("assistant-storage-");
        using (var host = await StorageHost.StartAsync(PostgresTestDatabase.SettingsOf(database, folder.FullName), TimeProvider.System))
        {
            await host.StopAsync();
        }

        folder.Delete(recursive: true);

        // A database that somebody is connected to cannot be copied.
        await using var used = new NpgsqlConnection(database);
        NpgsqlConnection.ClearPool(used);
        return database;
    }

    private async Task<string> CreateDatabaseAsync(string template)
    {
        var connection = new NpgsqlConnectionStringBuilder(await administration.Value) { Database = $"assistant_{Guid.NewGuid():N}" };
        await ExecuteAsync($"CREATE DATABASE {connection.Database} TEMPLATE {template}");
        return connection.ToString();
    }

    private async Task<string> StartAsync()
    {
        var given = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(given))
        {
            var (binaries, reason) = PostgresCluster.FindBinaries();
            Assert.SkipUnless(binaries is not null, $"No PostgreSQL to test on: {Variable} is not set, and {reason}.");
            cluster = await PostgresCluster.StartAsync(binaries!);
            given = cluster.ConnectionString;
        }

        return new NpgsqlConnectionStringBuilder(given) { Database = "postgres", MaxPoolSize = 20 }.ToString();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(await administration.Value);
        await connection.OpenAsync(CancellationToken.None);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
