using Assistant.Core.Jobs;
using Assistant.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Storage.Jobs;

internal sealed class JobQueue(Transactions transactions, JobSignal signal, TimeProvider time) : IJobQueue
{
    /// <summary>Adds a job within the caller's transaction; the caller sets the <see cref="JobSignal"/> after the commit.</summary>
    public static async Task AddAsync(StorageContext db, JobKind kind, Guid subject, Guid lane, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var key = $"{kind}:{subject:N}";
        var there = await db.Jobs.Where(j => j.IdempotencyKey == key).ExecuteUpdateAsync(j => j.SetProperty(x => x.AskedAgain, true), cancellationToken).ConfigureAwait(false);
        if (there == 0)
        {
            db.Jobs.Add(new JobRow { Id = Guid.CreateVersion7(now), Kind = kind, Subject = subject, Lane = lane, IdempotencyKey = key, CreatedAt = now, DueAt = now });
        }
    }

    public async Task<Job?> LeaseAsync(TimeSpan lease, CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = time.GetUtcNow();
            var job = await transactions.ReadAsync(db => FirstDue(db, now).FirstOrDefaultAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
            if (job is null)
            {
                return null;
            }

            if (await TryTakeAsync(job, now + lease, cancellationToken).ConfigureAwait(false))
            {
                signal.Set();
                return new Job(job.Id, job.Kind, job.Subject, job.Attempts + 1);
            }
        }
    }

    public Task CompleteAsync(Guid jobId, CancellationToken cancellationToken) => ChangeAsync(
        async db =>
        {
            var now = time.GetUtcNow();
            var done = await db.Jobs.Where(j => j.Id == jobId && !j.AskedAgain).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
            return done > 0
                ? done
                : await db.Jobs.Where(j => j.Id == jobId).ExecuteUpdateAsync(
                    j => j.SetProperty(x => x.LeasedUntil, (DateTimeOffset?)null).SetProperty(x => x.DueAt, now).SetProperty(x => x.Attempts, 0),
                    cancellationToken).ConfigureAwait(false);
        },
        cancellationToken);

    public Task ReleaseAsync(Guid jobId, TimeSpan delay, CancellationToken cancellationToken) => ChangeAsync(
        db =>
        {
            var due = time.GetUtcNow() + delay;
            return db.Jobs.Where(j => j.Id == jobId).ExecuteUpdateAsync(
                j => j.SetProperty(x => x.LeasedUntil, (DateTimeOffset?)null).SetProperty(x => x.DueAt, due), cancellationToken);
        },
        cancellationToken);

    public Task ReclaimAsync(CancellationToken cancellationToken) => ChangeAsync(
        db => db.Jobs.Where(j => j.LeasedUntil != null).ExecuteUpdateAsync(j => j.SetProperty(x => x.LeasedUntil, (DateTimeOffset?)null), cancellationToken),
        cancellationToken);

    public Task WaitAsync(TimeSpan timeout, CancellationToken cancellationToken) => signal.WaitAsync(timeout, cancellationToken);

    /// <summary>Due and not held, in a lane that nobody else holds; a job whose lease ran out holds its lane until it is taken again.</summary>
    private static IQueryable<JobRow> FirstDue(StorageContext db, DateTimeOffset now) => db.Jobs
        .Where(j => j.DueAt <= now && (j.LeasedUntil == null || j.LeasedUntil <= now))
        .Where(j => !db.Jobs.Any(other => other.Lane == j.Lane && other.Id != j.Id && other.LeasedUntil != null))
        .OrderBy(j => j.DueAt).ThenBy(j => j.CreatedAt).ThenBy(j => j.Id);

    /// <summary>Takes the job unless somebody else did since it was read; the database holds a lane to one lease.</summary>
    private async Task<bool> TryTakeAsync(JobRow job, DateTimeOffset until, CancellationToken cancellationToken)
    {
        try
        {
            return await transactions.WriteAsync(
                db => db.Jobs.Where(j => j.Id == job.Id && j.LeasedUntil == job.LeasedUntil && j.Attempts == job.Attempts).ExecuteUpdateAsync(
                    j => j.SetProperty(x => x.LeasedUntil, until).SetProperty(x => x.Attempts, job.Attempts + 1).SetProperty(x => x.AskedAgain, false),
                    cancellationToken),
                cancellationToken).ConfigureAwait(false) == 1;
        }
        catch (Exception exception) when (Transactions.LostRace(exception))
        {
            return false;
        }
    }

    private async Task ChangeAsync(Func<StorageContext, Task<int>> change, CancellationToken cancellationToken)
    {
        await transactions.WriteAsync(change, cancellationToken).ConfigureAwait(false);
        signal.Set();
    }
}
