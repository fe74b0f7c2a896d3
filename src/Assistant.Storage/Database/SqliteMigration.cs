using Microsoft.EntityFrameworkCore;

namespace Assistant.Storage.Database;

/// <summary>
/// Migrates a SQLite file. The migration library keeps its lock as a row, which a killed process leaves behind, and
/// the next start would wait for it for ever. A lock on a file ends with the process: who holds that one may remove the row.
/// </summary>
internal static class SqliteMigration
{
    private const int Attempts = 600;
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(100);

    /// <returns>How many migrations were applied.</returns>
    public static async Task<int> RunAsync(StorageContext db, string dataPath, CancellationToken cancellationToken)
    {
        await using var turn = await TakeTurnAsync(Path.Combine(dataPath, $"{SqliteSettings.FileName}.migration"), cancellationToken).ConfigureAwait(false);
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken).ConfigureAwait(false)).Count();
        if (pending > 0)
        {
            if (await db.Database.CanConnectAsync(cancellationToken).ConfigureAwait(false))
            {
                await db.Database.ExecuteSqlAsync($"""DROP TABLE IF EXISTS "__EFMigrationsLock" """, cancellationToken).ConfigureAwait(false);
            }

            await db.Database.MigrateAsync(cancellationToken).ConfigureAwait(false);
        }

        await db.Database.ExecuteSqlAsync($"PRAGMA journal_mode = WAL", cancellationToken).ConfigureAwait(false);
        return pending;
    }

    private static async Task<FileStream> TakeTurnAsync(string path, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
            }
            catch (IOException) when (attempt < Attempts)
            {
                // Another process on this folder is migrating, in real time whatever this one's clock is.
                await Task.Delay(RetryDelay, TimeProvider.System, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
