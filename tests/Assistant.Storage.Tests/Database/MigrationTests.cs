using Assistant.Core.Conversations;
using Assistant.Core.Documents;
using Assistant.Storage.Database;
using Assistant.Storage.Tests.Backends;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Storage.Tests.Database;

public abstract class MigrationTests(TestDatabase database) : StorageTest(database)
{
    [Fact]
    public async Task Migrations_OfTheModel_AreComplete()
    {
        await using var db = await Get<IDbContextFactory<StorageContext>>().CreateDbContextAsync(Cancellation);

        db.Database.HasPendingModelChanges().ShouldBeFalse();
        (await db.Database.GetPendingMigrationsAsync(Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Tables_AndColumns_AreSnakeCase()
    {
        await using var db = await Get<IDbContextFactory<StorageContext>>().CreateDbContextAsync(Cancellation);
        var names = db.Model.GetRelationalModel().Tables.SelectMany(t => t.Columns.Select(c => c.Name)
            .Concat(t.Indexes.Select(i => i.Name))
            .Concat(t.ForeignKeyConstraints.Select(f => f.Name))
            .Append(t.Name)
            .Append(t.PrimaryKey!.Name));

        names.ShouldAllBe(n => n.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'));
    }

    [Fact]
    public async Task Start_ExistingDatabase_KeepsItsData()
    {
        var owner = Guid.NewGuid();
        await Get<IConversationStore>().AskAsync(owner, Guid.NewGuid(), Guid.NewGuid(), "Question", null, Cancellation);

        await RestartAsync();

        (await Get<IConversationStore>().ListAsync(owner, null, Cancellation)).ShouldHaveSingleItem();
    }
}

public sealed class SqliteMigrationTests() : MigrationTests(new SqliteTestDatabase())
{
    [Fact]
    public async Task Start_KilledWhileMigrating_DoesNotWaitForTheDeadProcess()
    {
        await using var killed = new SqliteTestDatabase();
        await killed.ExecuteAsync("""CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL); INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-03-02')""");

        using var host = await StorageHost.StartAsync(killed.Settings, Time).WaitAsync(TimeSpan.FromSeconds(60), Cancellation);

        (await host.Services.GetRequiredService<IDocumentStore>().ListAsync(Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Start_TwoProcessesAtOnce_MigrateOnce()
    {
        await using var shared = new SqliteTestDatabase();

        var hosts = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => StorageHost.StartAsync(shared.Settings, Time))));

        foreach (var host in hosts)
        {
            (await host.Services.GetRequiredService<IDocumentStore>().ListAsync(Cancellation)).ShouldBeEmpty();
            host.Dispose();
        }
    }

    [Fact]
    public async Task Connections_OfTheStores_WaitForOtherWritersAndEnforceKeys()
    {
        await using var db = await Get<IDbContextFactory<StorageContext>>().CreateDbContextAsync(Cancellation);

        (await PragmaAsync(db, "journal_mode")).ShouldBe("wal");
        (await PragmaAsync(db, "foreign_keys")).ShouldBe("1");
        (await PragmaAsync(db, "busy_timeout")).ShouldBe("30000");
    }

    [Fact]
    public async Task Writers_WhileAnotherProcessHoldsTheLock_WaitForIt()
    {
        await using var other = (SqliteConnection)Database.Connect();
        await other.OpenAsync(Cancellation);
        await using var transaction = other.BeginTransaction(deferred: false);
        var owner = Guid.NewGuid();

        var asking = Task.Run(() => Get<IConversationStore>().AskAsync(owner, Guid.NewGuid(), Guid.NewGuid(), "Question", null, Cancellation));
        await Task.Delay(200, Cancellation);
        asking.IsCompleted.ShouldBeFalse();
        (await Get<IConversationStore>().ListAsync(owner, null, Cancellation)).ShouldBeEmpty();
        await transaction.CommitAsync(Cancellation);

        (await asking).ShouldBeTrue();
    }

    private static async Task<string> PragmaAsync(StorageContext db, string name)
    {
        await db.Database.OpenConnectionAsync(Cancellation);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return Convert.ToString(await command.ExecuteScalarAsync(Cancellation), System.Globalization.CultureInfo.InvariantCulture)!;
    }
}

public sealed class PostgresMigrationTests(PostgresServer server) : MigrationTests(new PostgresTestDatabase(server))
{
    [Fact]
    public async Task Start_SeveralProcessesAtOnce_MigrateOnce()
    {
        var connection = await server.CreateEmptyDatabaseAsync();
        var settings = PostgresTestDatabase.SettingsOf(connection, Database.DataPath);

        var hosts = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => StorageHost.StartAsync(settings, Time))));

        foreach (var host in hosts)
        {
            (await host.Services.GetRequiredService<IDocumentStore>().ListAsync(Cancellation)).ShouldBeEmpty();
            host.Dispose();
        }

        await server.DropDatabaseAsync(connection);
    }
}
