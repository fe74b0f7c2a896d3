using System.Data.Common;

namespace Assistant.Storage.Tests.Backends;

/// <summary>A database of its own for one test, and the folder of its files.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    private string? folder;

    /// <summary>Made on first use: a test that is skipped is not cleaned up after.</summary>
    public string DataPath => folder ??= Directory.CreateTempSubdirectory("assistant-storage-").FullName;

    /// <summary>Makes the database; skips the test where this machine has no such server.</summary>
    public abstract Task CreateAsync();

    /// <summary>The configuration that leads to it.</summary>
    public abstract IReadOnlyDictionary<string, string?> Settings { get; }

    /// <summary>A connection past the product's code.</summary>
    public abstract DbConnection Connect();

    /// <summary>The statement that takes the protection off the audit entries, as its owner could.</summary>
    public abstract string DropAuditTriggers { get; }

    public async Task<int> ExecuteAsync(string sql)
    {
        await using var connection = Connect();
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public async Task<long> CountAsync(string table)
    {
        await using var connection = Connect();
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {table}";
        return Convert.ToInt64(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }

    public virtual ValueTask DisposeAsync()
    {
        if (folder is not null)
        {
            Directory.Delete(folder, recursive: true);
        }

        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
