using System.Globalization;
using Assistant.Text.Analysis;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Assistant.Retrieval.Embedded;

/// <summary>
/// The index file: one writer at a time, any number of readers beside it (WAL). It is opened at the first use.
/// Everything in it can be made again from the stored documents, so a file of another version is replaced by an
/// empty one, and a damaged file, or one that is no index, is moved aside; whoever reconciles the index with the documents fills it again.
/// </summary>
internal sealed class IndexFile(
    IOptions<IndexFileOptions> options,
    TextAnalyzer analyzer,
    TimeProvider time,
    ILogger<IndexFile> logger) : IDisposable
{
    private const int SqliteCorrupt = 11;
    private const int SqliteNotADatabase = 26;
    private static readonly string[] Companions = ["", "-wal", "-shm"];

    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly Lock opening = new();
    private volatile IndexHandle? current;

    private string FilePath => options.Value.IndexPath;

    /// <summary>Runs a query on one consistent state of the index.</summary>
    /// <exception cref="SqliteException">The file cannot be read. A damaged one has been moved aside by then.</exception>
    public T Read<T>(Func<SqliteConnection, T> query)
    {
        var handle = Open();
        try
        {
            using var connection = handle.OpenReader();
            using var transaction = connection.BeginTransaction(deferred: true);
            return query(connection);
        }
        catch (SqliteException exception) when (IsDamage(exception))
        {
            Replace(handle, exception);
            throw;
        }
    }

    /// <summary>Runs a change as one transaction.</summary>
    /// <exception cref="SqliteException">The file cannot be written. A damaged one has been moved aside by then.</exception>
    public async Task WriteAsync(Action<SqliteConnection> change, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var handle = Open();
            try
            {
                using var connection = handle.OpenWriter();
                using var transaction = connection.BeginTransaction();
                change(connection);
                cancellationToken.ThrowIfCancellationRequested();
                transaction.Commit();
            }
            catch (SqliteException exception) when (IsDamage(exception))
            {
                Replace(handle, exception);
                throw;
            }
        }
        finally
        {
            writing.Release();
        }
    }

    public static bool IsDamage(SqliteException exception) => exception.SqliteErrorCode is SqliteCorrupt or SqliteNotADatabase;

    public void Dispose()
    {
        current?.Dispose();
        writing.Dispose();
    }

    private IndexHandle Open()
    {
        if (current is { } opened)
        {
            return opened;
        }

        lock (opening)
        {
            return current ??= OpenChecked();
        }
    }

    private IndexHandle OpenChecked()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        var version = IndexSchema.CurrentVersion(analyzer);
        try
        {
            if (!File.Exists(FilePath) || IndexHandle.HoldsVersion(FilePath, version, out var found))
            {
                return IndexHandle.Open(FilePath, version);
            }

            if (found is null)
            {
                MoveAside(null);
            }
            else
            {
                Delete(found, version);
            }
        }
        catch (SqliteException exception) when (IsDamage(exception))
        {
            MoveAside(exception);
        }

        return IndexHandle.Open(FilePath, version);
    }

    private void Delete(string found, string version)
    {
        logger.OtherVersion(FilePath, found, version);
        foreach (var companion in Companions)
        {
            File.Delete(FilePath + companion);
        }
    }

    /// <summary>Moves a file that proved damaged aside; another thread may have done so already.</summary>
    private void Replace(IndexHandle damaged, SqliteException exception)
    {
        lock (opening)
        {
            if (current == damaged)
            {
                current = null;
                damaged.Dispose();
                MoveAside(exception);
            }
        }
    }

    private void MoveAside(SqliteException? exception)
    {
        var stamp = time.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture);
        var target = $"{FilePath}.damaged-{stamp}";
        foreach (var companion in Companions.Where(c => File.Exists(FilePath + c)))
        {
            File.Move(FilePath + companion, target + companion, overwrite: true);
        }

        logger.Damaged(FilePath, target, exception);
    }
}
