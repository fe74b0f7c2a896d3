using Assistant.Storage.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Assistant.Storage.Database;

/// <summary>Brings the database up to date before any other hosted service starts.</summary>
internal sealed class DatabaseLifecycle(
    IDbContextFactory<StorageContext> contexts,
    FileStore files,
    IOptions<StorageOptions> options,
    ILogger<DatabaseLifecycle> logger) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        PrepareFolder();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var applied = options.Value.Provider == StorageOptions.Postgres
            ? await MigratePostgresAsync(db, cancellationToken).ConfigureAwait(false)
            : await SqliteMigration.RunAsync(db, options.Value.DataPath, cancellationToken).ConfigureAwait(false);
        logger.Migrated(options.Value.Provider, applied);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task<int> MigratePostgresAsync(StorageContext db, CancellationToken cancellationToken)
    {
        try
        {
            var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken).ConfigureAwait(false)).Count();
            if (pending > 0)
            {
                await db.Database.MigrateAsync(cancellationToken).ConfigureAwait(false);
            }

            return pending;
        }
        catch (NpgsqlException exception)
        {
            throw new InvalidOperationException(
                $"The PostgreSQL database that Storage:ConnectionString names cannot be used ({exception.Message}); check that the server runs, and host, database, user and password.", exception);
        }
    }

    private void PrepareFolder()
    {
        try
        {
            Directory.CreateDirectory(options.Value.DataPath);
            if (files.RemoveLeftovers() is > 0 and var count)
            {
                logger.LeftoversRemoved(count);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException(
                $"DataPath '{options.Value.DataPath}' cannot be written to ({exception.Message}); set DataPath to a folder that this account may write to.", exception);
        }
    }
}
