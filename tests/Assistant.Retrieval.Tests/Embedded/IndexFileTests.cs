using Assistant.Core.Retrieval;
using Assistant.Retrieval.Tests.Conformance;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Assistant.Retrieval.Tests.Embedded;

public sealed class IndexFileTests : IAsyncDisposable
{
    private readonly EmbeddedIndex embedded = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => embedded.DisposeAsync();

    [Fact]
    public async Task SearchAsync_AfterARestart_FindsWhatWasIndexed()
    {
        await embedded.Index.AddAsync(Passages.Document("annual leave"));
        var before = (await embedded.Index.SearchAsync(Passages.Query("leave"), Cancel)).Passages.Single();

        await embedded.RestartAsync();

        var after = (await embedded.Index.SearchAsync(Passages.Query("leave"), Cancel)).Passages.Single();
        (after.Passage.Id, after.Score).ShouldBe((before.Passage.Id, before.Score));
        embedded.Logs.Messages.ShouldAllBe(m => m.Level < LogLevel.Warning);
    }

    [Fact]
    public async Task SearchAsync_AfterIdleConnectionsWereClosed_ReadsOn()
    {
        await embedded.Index.AddAsync(Passages.Document("annual leave"));
        SqliteConnection.ClearAllPools();

        (await embedded.Index.TextsAsync(Passages.Query("leave"))).Count.ShouldBe(1);
    }

    [Fact]
    public async Task DocumentIdsAsync_IndexOfAnotherVersion_StartsEmptyAndSaysSo()
    {
        await embedded.Index.AddAsync(Passages.Document("annual leave"));

        await embedded.RestartAsync(path => Execute(path, "UPDATE meta SET version = '0/old'"));

        (await embedded.Index.DocumentIdsAsync(Cancel)).ShouldBeEmpty();
        embedded.Logs.Messages.ShouldContain(m => m.Text.Contains("another version (0/old", StringComparison.Ordinal));
        await embedded.Index.AddAsync(Passages.Document("annual leave"));
        (await embedded.Index.TextsAsync(Passages.Query("leave"))).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("this is no database, but it is long enough to look like the start of one, if one does not look closely")]
    [InlineData("x")]
    [InlineData("SQLite format 3\0 and then something else that is not what a database holds at all, on and on and on and on")]
    public async Task DocumentIdsAsync_FileThatIsNoDatabase_IsMovedAside(string content)
    {
        await embedded.Index.AddAsync(Passages.Document("annual leave"));

        await embedded.RestartAsync(path =>
        {
            Array.ForEach(Directory.GetFiles(embedded.Folder), File.Delete);
            File.WriteAllText(path, content);
        });

        (await embedded.Index.DocumentIdsAsync(Cancel)).ShouldBeEmpty();
        var aside = Directory.GetFiles(embedded.Folder, "index.db.damaged-*").ShouldHaveSingleItem();
        (await File.ReadAllTextAsync(aside, Cancel)).ShouldBe(content);
        embedded.Logs.Messages.ShouldContain(m => m.Level == LogLevel.Warning && m.Text.Contains(aside, StringComparison.Ordinal));
        await embedded.Index.AddAsync(Passages.Document("annual leave"));
        (await embedded.Index.TextsAsync(Passages.Query("leave"))).Count.ShouldBe(1);
    }

    [Fact]
    public async Task DocumentIdsAsync_DatabaseOfSomethingElse_IsMovedAsideWhole()
    {
        Execute(embedded.FilePath, "CREATE TABLE precious (x); INSERT INTO precious VALUES (42)");

        (await embedded.Index.DocumentIdsAsync(Cancel)).ShouldBeEmpty();

        using var aside = new SqliteConnection($"Data Source={Directory.GetFiles(embedded.Folder, "index.db.damaged-*").ShouldHaveSingleItem()};Pooling=False");
        aside.Open();
        using var command = aside.CreateCommand();
        command.CommandText = "SELECT x FROM precious";
        command.ExecuteScalar().ShouldBe(42L);
    }

    [Fact]
    public async Task DocumentIdsAsync_FileDamagedInTheMiddle_IsMovedAside()
    {
        await FillAsync();

        await embedded.RestartAsync(path => Damage(path, from: 4096));

        (await embedded.Index.DocumentIdsAsync(Cancel)).ShouldBeEmpty();
        Directory.GetFiles(embedded.Folder, "index.db.damaged-*").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task SearchAsync_FileDamagedWhileOpen_FailsOnceAndStartsAnew()
    {
        await FillAsync();
        Execute(embedded.FilePath, "PRAGMA wal_checkpoint(TRUNCATE)");
        Damage(embedded.FilePath, from: 0);
        SqliteConnection.ClearAllPools();

        await Should.ThrowAsync<SqliteException>(() => embedded.Index.SearchAsync(Passages.Query("leave"), Cancel));

        (await embedded.Index.DocumentIdsAsync(Cancel)).ShouldBeEmpty();
        await embedded.Index.AddAsync(Passages.Document("annual leave"));
        (await embedded.Index.TextsAsync(Passages.Query("leave"))).ShouldBe(["annual leave"]);
    }

    [Fact]
    public async Task ReplaceAsync_FileDamagedWhileOpen_IsWrittenToANewOne()
    {
        await FillAsync();
        Execute(embedded.FilePath, "PRAGMA wal_checkpoint(TRUNCATE)");
        Damage(embedded.FilePath, from: 0);
        SqliteConnection.ClearAllPools();

        await embedded.Index.AddAsync(Passages.Document("annual leave"));

        (await embedded.Index.TextsAsync(Passages.Query("leave"))).ShouldBe(["annual leave"]);
    }

    [Fact]
    public async Task ReplaceAsync_CancelledHalfWay_LeavesTheOldVersion()
    {
        var id = Guid.NewGuid();
        await embedded.Index.AddAsync(Passages.Document(id, ["everyone"], "old leave"));
        using var stop = new CancellationTokenSource();
        var passages = new InterruptedList(Passages.Document(id, ["everyone"], [.. Enumerable.Range(0, 50).Select(i => $"new leave {i}")]), stop);

        await Should.ThrowAsync<OperationCanceledException>(() => embedded.Index.ReplaceAsync(id, passages, stop.Token));

        (await embedded.Index.TextsAsync(Passages.Query("leave"))).ShouldBe(["old leave"]);
    }

    [Fact]
    public async Task ReplaceAsync_ManyTimes_DoesNotGrowWithoutBound()
    {
        var document = Passages.Document([.. Enumerable.Range(0, 20).Select(i => $"leave rule {i} about many different things of the office")]);
        for (var i = 0; i < 20; i++)
        {
            await embedded.Index.AddAsync(document);
        }

        var early = new FileInfo(embedded.FilePath).Length;
        for (var i = 0; i < 100; i++)
        {
            await embedded.Index.AddAsync(document);
        }

        await embedded.RestartAsync();
        (await embedded.Index.TextsAsync(Passages.Query("leave"))).Count.ShouldBe(20);
        new FileInfo(embedded.FilePath).Length.ShouldBeLessThan(Math.Max(early, 200_000) * 4);
    }

    private async Task FillAsync()
    {
        for (var i = 0; i < 20; i++)
        {
            await embedded.Index.AddAsync(Passages.Document([.. Enumerable.Range(0, 10).Select(n => $"leave rule {i} {n} in some words of its own {Guid.NewGuid()}")]));
        }
    }

    private static void Damage(string path, int from)
    {
        using var file = File.OpenWrite(path);
        file.Seek(from, SeekOrigin.Begin);
        file.Write([.. Enumerable.Repeat((byte)0xA5, (int)Math.Min(file.Length - from, 40_000))]);
    }

    private static void Execute(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Cancels when the second half is read.</summary>
    private sealed class InterruptedList(IReadOnlyList<Passage> passages, CancellationTokenSource stop) : IReadOnlyList<Passage>
    {
        private int enumerations;

        public int Count => passages.Count;

        public Passage this[int index] => passages[index];

        public IEnumerator<Passage> GetEnumerator()
        {
            if (Interlocked.Increment(ref enumerations) > 1)
            {
                stop.Cancel();
            }

            return passages.GetEnumerator();
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
