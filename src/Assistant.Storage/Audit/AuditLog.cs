using Assistant.Core.Audit;
using Assistant.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Storage.Audit;

/// <summary>Writes and verifies the chain of audit entries.</summary>
internal sealed class AuditLog(TimeProvider time)
{
    /// <summary>
    /// Appends an entry within the caller's transaction. Call it late: from here to the commit, other recorders wait.
    /// </summary>
    public async Task<AuditEntry> AppendAsync(StorageContext db, AnswerTrace trace, CancellationToken cancellationToken)
    {
        // The update comes before the read: it takes the row's lock, so nobody else reads this head until the commit.
        await db.AuditHead.ExecuteUpdateAsync(h => h.SetProperty(x => x.Sequence, x => x.Sequence + 1), cancellationToken).ConfigureAwait(false);
        var head = await db.AuditHead.AsNoTracking().SingleAsync(cancellationToken).ConfigureAwait(false);

        var json = StoredJson.WriteBytes(trace);
        var entry = Link(head.Sequence, head.Hash, trace, json);
        db.AuditEntries.Add(entry);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        await db.AuditHead.ExecuteUpdateAsync(h => h.SetProperty(x => x.Hash, entry.Hash), cancellationToken).ConfigureAwait(false);
        return entry;
    }

    /// <summary>The first entry that is missing, altered or out of place; null when there is none.</summary>
    public static async Task<long?> FindBreakAsync(StorageContext db, CancellationToken cancellationToken)
    {
        var head = await db.AuditHead.AsNoTracking().SingleAsync(cancellationToken).ConfigureAwait(false);
        long expected = 1;
        var previous = AuditHash.Start;
        var entries = db.AuditEntries.AsNoTracking().Where(e => e.Sequence <= head.Sequence).OrderBy(e => e.Sequence).AsAsyncEnumerable();
        await foreach (var entry in entries.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (entry.Sequence != expected || entry.PreviousHash != previous || !IsWhole(entry))
            {
                return Math.Min(expected, entry.Sequence);
            }

            expected++;
            previous = entry.Hash;
        }

        if (expected <= head.Sequence)
        {
            return expected;
        }

        return previous == head.Hash ? await FindStrayAsync(db, cancellationToken).ConfigureAwait(false) : Math.Max(head.Sequence, 1);
    }

    /// <summary>An entry beyond the head was not written by <see cref="AppendAsync"/>. The head is read last: it only grows.</summary>
    private static async Task<long?> FindStrayAsync(StorageContext db, CancellationToken cancellationToken)
    {
        var last = await db.AuditEntries.MaxAsync(e => (long?)e.Sequence, cancellationToken).ConfigureAwait(false) ?? 0;
        var head = await db.AuditHead.AsNoTracking().SingleAsync(cancellationToken).ConfigureAwait(false);
        return last > head.Sequence ? last : null;
    }

    private static bool IsWhole(AuditEntry entry)
    {
        try
        {
            return AuditHash.Compute(entry, StoredJson.Decompress(entry.Trace)) == entry.Hash;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private AuditEntry Link(long sequence, string previousHash, AnswerTrace trace, byte[] json)
    {
        var now = time.GetUtcNow();
        var entry = new AuditEntry
        {
            Sequence = sequence,
            TurnId = trace.TurnId,
            UserName = StorableText.Clean(trace.UserName),
            Question = StorableText.Clean(trace.Question),
            RecordedAt = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond)),
            Trace = StoredJson.Compress(json),
            PreviousHash = previousHash,
        };
        entry.Hash = AuditHash.Compute(entry, json);
        return entry;
    }
}
