using System.Collections.Concurrent;
using Assistant.Core.Documents;
using Assistant.Core.Jobs;
using Assistant.Storage.Tests.Backends;

namespace Assistant.Storage.Tests.Jobs;

public abstract class JobQueueTests(TestDatabase database) : StorageTest(database)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private IJobQueue Jobs => Get<IJobQueue>();

    [Fact]
    public async Task LeaseAsync_SeveralJobs_GivesTheOldestFirstAndNoneTwice()
    {
        var subjects = new List<Guid>();
        foreach (var number in Enumerable.Range(1, 3))
        {
            subjects.Add(await AddAsync($"key {number}"));
            Time.Advance(TimeSpan.FromSeconds(1));
        }

        var leased = new List<Job?>();
        for (var i = 0; i < 4; i++)
        {
            leased.Add(await Jobs.LeaseAsync(Lease, Cancellation));
        }

        leased.Select(j => j?.Subject).ShouldBe([.. subjects.Cast<Guid?>(), null]);
        leased[0].ShouldBe(new Job(leased[0]!.Id, JobKind.Ingest, subjects[0], 1));
    }

    [Fact]
    public async Task LeaseAsync_ManyWorkers_DoEveryJobOnce()
    {
        const int workers = 6, jobs = 30;
        var subjects = await Task.WhenAll(Enumerable.Range(0, jobs).Select(n => Task.Run(() => AddAsync($"key {n}"))));
        var done = new ConcurrentBag<Guid>();

        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(async () =>
        {
            while (await Jobs.LeaseAsync(Lease, Cancellation) is { } job)
            {
                done.Add(job.Subject);
                await Jobs.CompleteAsync(job.Id, Cancellation);
            }
        })));

        done.Order().ShouldBe(subjects.Order());
        (await Database.CountAsync("jobs")).ShouldBe(0);
    }

    [Fact]
    public async Task LeaseAsync_ManyWorkersOnOneDocument_RunItsJobsOneAfterAnother()
    {
        const int versions = 12;
        foreach (var number in Enumerable.Range(0, versions))
        {
            await AddAsync("one key", $"content {number}");
        }

        var running = 0;
        var most = 0;
        var done = 0;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (Volatile.Read(ref done) < versions)
            {
                if (await Jobs.LeaseAsync(Lease, Cancellation) is not { } job)
                {
                    await Task.Yield();
                    continue;
                }

                var now = Interlocked.Increment(ref running);
                InterlockedMax(ref most, now);
                await Task.Delay(1, Cancellation);
                Interlocked.Decrement(ref running);
                await Jobs.CompleteAsync(job.Id, Cancellation);
                Interlocked.Increment(ref done);
            }
        })));

        most.ShouldBe(1);
        (await Database.CountAsync("jobs")).ShouldBe(0);
    }

    [Fact]
    public async Task LeaseAsync_LeaseRunOut_GivesTheJobAgain()
    {
        var subject = await AddAsync("key");
        await Jobs.LeaseAsync(Lease, Cancellation);
        Time.Advance(Lease - TimeSpan.FromTicks(10));
        (await Jobs.LeaseAsync(Lease, Cancellation)).ShouldBeNull();

        Time.Advance(TimeSpan.FromTicks(10));

        var again = (await Jobs.LeaseAsync(Lease, Cancellation))!;
        (again.Subject, again.Attempt).ShouldBe((subject, 2));
    }

    [Fact]
    public async Task ReclaimAsync_AfterAKill_LosesNoJobAndDoublesNone()
    {
        var finished = await AddAsync("finished");
        await Jobs.CompleteAsync((await Jobs.LeaseAsync(Lease, Cancellation))!.Id, Cancellation);
        var subjects = new[] { await AddAsync("one"), await AddAsync("two"), await AddAsync("three") };
        await Jobs.LeaseAsync(Lease, Cancellation);
        await Jobs.LeaseAsync(Lease, Cancellation);
        await RestartAsync();

        await Jobs.ReclaimAsync(Cancellation);

        var left = new List<Job>();
        while (await Jobs.LeaseAsync(Lease, Cancellation) is { } job)
        {
            left.Add(job);
        }

        left.Select(j => j.Subject).Order().ShouldBe(subjects.Order());
        left.Select(j => j.Attempt).Order().ShouldBe([1, 2, 2]);
        left.ShouldAllBe(j => j.Subject != finished);
    }

    [Fact]
    public async Task ReleaseAsync_WithADelay_IsDueAfterIt()
    {
        await AddAsync("key");
        var job = (await Jobs.LeaseAsync(Lease, Cancellation))!;

        await Jobs.ReleaseAsync(job.Id, TimeSpan.FromSeconds(30), Cancellation);

        (await Jobs.LeaseAsync(Lease, Cancellation)).ShouldBeNull();
        Time.Advance(TimeSpan.FromSeconds(30));
        (await Jobs.LeaseAsync(Lease, Cancellation)).ShouldBe(job with { Attempt = 2 });
    }

    [Fact]
    public async Task CompleteAsync_UnknownJob_IsNoError()
    {
        await Jobs.CompleteAsync(Guid.NewGuid(), Cancellation);
        await Jobs.ReleaseAsync(Guid.NewGuid(), TimeSpan.Zero, Cancellation);
    }

    [Fact]
    public async Task WaitAsync_JobAdded_WakesAWaitingWorker()
    {
        await DrainAsync();
        var waiting = Jobs.WaitAsync(TimeSpan.FromHours(1), Cancellation);
        waiting.IsCompleted.ShouldBeFalse();

        await AddAsync("key");

        await waiting.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
    }

    [Fact]
    public async Task WaitAsync_JobAddedBefore_ReturnsAtOnce()
    {
        await AddAsync("key");

        await Jobs.WaitAsync(TimeSpan.FromHours(1), Cancellation).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
    }

    [Fact]
    public async Task WaitAsync_NoJob_ReturnsWhenTheTimeIsUp()
    {
        await DrainAsync();
        var waiting = Jobs.WaitAsync(TimeSpan.FromSeconds(5), Cancellation);
        waiting.IsCompleted.ShouldBeFalse();

        Time.Advance(TimeSpan.FromSeconds(5));

        await waiting.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
    }

    [Fact]
    public async Task WaitAsync_Cancelled_SaysSo()
    {
        await DrainAsync();
        using var stop = new CancellationTokenSource();
        var waiting = Jobs.WaitAsync(TimeSpan.FromHours(1), stop.Token);

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task WaitAsync_SeveralJobsAddedWhileNobodyWaited_WakesOneWorkerAfterAnother()
    {
        await Task.WhenAll(Enumerable.Range(0, 3).Select(n => AddAsync($"key {n}")));

        for (var worker = 1; worker <= 3; worker++)
        {
            // The clock of the test stands still: only a signal ends this.
            await Jobs.WaitAsync(TimeSpan.FromHours(1), Cancellation).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
            (await Jobs.LeaseAsync(Lease, Cancellation)).ShouldNotBeNull();
        }
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen;
        while (value > (seen = Volatile.Read(ref target)) && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
            // Another worker wrote in between.
        }
    }

    private async Task<Guid> AddAsync(string key, string content = "one") =>
        (await Get<IDocumentStore>().AddVersionAsync(Samples.Upload(content, key), Cancellation)).Id;

    /// <summary>Takes the signal that may be left from before.</summary>
    private async Task DrainAsync()
    {
        var waiting = Jobs.WaitAsync(TimeSpan.FromSeconds(1), Cancellation);
        Time.Advance(TimeSpan.FromSeconds(1));
        await waiting.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
    }
}

public sealed class SqliteJobQueueTests() : JobQueueTests(new SqliteTestDatabase());

public sealed class PostgresJobQueueTests(PostgresServer server) : JobQueueTests(new PostgresTestDatabase(server));
