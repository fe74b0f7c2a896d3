using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Assistant.Storage.Database;

/// <summary>Runs one piece of work on a context of its own.</summary>
internal sealed class Transactions(IDbContextFactory<StorageContext> contexts, IOptions<StorageOptions> options) : IDisposable
{
    private const int Attempts = 5;

    /// <summary>
    /// SQLite has one writer at a time. Writers of this process wait here for their turn, which blocks no thread;
    /// those of other processes are waited for in SQLite (see <see cref="SqliteSettings"/>).
    /// </summary>
    private readonly SemaphoreSlim? turn = options.Value.Provider == StorageOptions.Sqlite ? new(1) : null;

    public async Task<T> ReadAsync<T>(Func<StorageContext, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await read(db).ConfigureAwait(false);
    }

    /// <summary>
    /// Runs the work in a transaction, saves and commits. Work that lost a race to another writer (who made the same
    /// row, or deleted it) is rolled back and run again: then it finds what the other one did.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<StorageContext, Task<T>> write, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await WriteOnceAsync(write, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (attempt < Attempts && LostRace(exception))
            {
                // Run again, on what the winner wrote.
            }
        }
    }

    /// <summary>Only where writers run side by side: SQLite has one at a time, and what fails there is a bug.</summary>
    public static bool LostRace(Exception exception) =>
        exception is DbUpdateConcurrencyException
        || (exception as PostgresException ?? exception.InnerException as PostgresException)?.SqlState
            is PostgresErrorCodes.UniqueViolation
            or PostgresErrorCodes.ForeignKeyViolation
            or PostgresErrorCodes.SerializationFailure
            or PostgresErrorCodes.DeadlockDetected;

    public void Dispose() => turn?.Dispose();

    private async Task<T> WriteOnceAsync<T>(Func<StorageContext, Task<T>> write, CancellationToken cancellationToken)
    {
        await (turn?.WaitAsync(cancellationToken) ?? Task.CompletedTask).ConfigureAwait(false);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            var result = await write(db).ConfigureAwait(false);
            await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return result;
        }
        finally
        {
            turn?.Release();
        }
    }
}
