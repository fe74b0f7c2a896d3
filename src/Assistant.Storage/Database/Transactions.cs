using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Assistant.Storage.Database;

/// <summary>Runs one piece of work on a context of its own.</summary>
internal sealed class Transactions(IDbContextFactory<StorageContext> contexts)
{
    private const int Attempts = 5;

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
                await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
                await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
                var result = await write(db).ConfigureAwait(false);
                await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
                return result;
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
}
