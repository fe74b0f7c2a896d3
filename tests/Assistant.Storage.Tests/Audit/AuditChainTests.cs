using System.Data.Common;
using Assistant.Core.Audit;
using Assistant.Core.Conversations;
using Assistant.Storage.Tests.Backends;

namespace Assistant.Storage.Tests.Audit;

public abstract class AuditChainTests(TestDatabase database) : StorageTest(database)
{
    private IConversationStore Conversations => Get<IConversationStore>();

    private IReviewStore Reviews => Get<IReviewStore>();

    [Fact]
    public async Task VerifyChainAsync_NoEntries_IsWhole() => (await Reviews.VerifyChainAsync(Cancellation)).ShouldBeNull();

    [Fact]
    public async Task VerifyChainAsync_ManyRecordersAtOnce_HaveNeitherForkedNorLostAnEntry()
    {
        const int writers = 8, entries = 6;
        var verifications = new List<long?>();

        var writing = Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(() => RecordAsync(entries))));
        while (!writing.IsCompleted)
        {
            verifications.Add(await Reviews.VerifyChainAsync(Cancellation));
        }

        await writing;
        verifications.ShouldAllBe(v => v == null);
        (await Reviews.VerifyChainAsync(Cancellation)).ShouldBeNull();
        (await Database.CountAsync("audit_entries")).ShouldBe(writers * entries);
        (await Database.CountAsync("(SELECT DISTINCT previous_hash FROM audit_entries) AS links")).ShouldBe(writers * entries);
    }

    [Fact]
    public async Task VerifyChainAsync_AfterARestart_ContinuesTheChain()
    {
        await RecordAsync(2);
        await RestartAsync();
        await RecordAsync(2);

        (await Reviews.VerifyChainAsync(Cancellation)).ShouldBeNull();
    }

    [Theory]
    [InlineData("UPDATE audit_entries SET user_name = 'Mallory' WHERE sequence = 2")]
    [InlineData("UPDATE audit_entries SET sequence = 9 WHERE sequence = 2")]
    [InlineData("DELETE FROM audit_entries WHERE sequence = 2")]
    [InlineData("DELETE FROM audit_entries")]
    public async Task AuditEntries_ChangedOrDeleted_AreDefendedByTheDatabase(string attack)
    {
        await RecordAsync(3);

        (await Should.ThrowAsync<DbException>(() => Database.ExecuteAsync(attack))).Message.ShouldContain("append-only");

        (await Database.CountAsync("audit_entries")).ShouldBe(3);
        (await Reviews.VerifyChainAsync(Cancellation)).ShouldBeNull();
    }

    [Theory]
    [InlineData("UPDATE audit_entries SET user_name = 'Mallory' WHERE sequence = 3", 3)]
    [InlineData("UPDATE audit_entries SET question = question || ' ' WHERE sequence = 1", 1)]
    [InlineData("UPDATE audit_entries SET turn_id = '00000000-0000-0000-0000-000000000001' WHERE sequence = 2", 2)]
    [InlineData("UPDATE audit_entries SET trace = (SELECT trace FROM audit_entries WHERE sequence = 1) WHERE sequence = 4", 4)]
    [InlineData("UPDATE audit_entries SET hash = previous_hash WHERE sequence = 5", 5)]
    [InlineData("UPDATE audit_entries SET previous_hash = hash WHERE sequence = 2", 2)]
    [InlineData("UPDATE audit_entries SET sequence = 9 WHERE sequence = 3", 3)]
    [InlineData("DELETE FROM audit_entries WHERE sequence = 1", 1)]
    [InlineData("DELETE FROM audit_entries WHERE sequence = 3", 3)]
    [InlineData("DELETE FROM audit_entries WHERE sequence >= 4", 4)]
    [InlineData("DELETE FROM audit_entries", 1)]
    [InlineData("UPDATE audit_head SET sequence = 4", 4)]
    public async Task VerifyChainAsync_TamperedPastTheTriggers_NamesTheFirstBrokenEntry(string attack, long broken)
    {
        await RecordAsync(5);
        await Database.ExecuteAsync(Database.DropAuditTriggers);

        await Database.ExecuteAsync(attack);

        (await Reviews.VerifyChainAsync(Cancellation)).ShouldBe(broken);
    }

    [Fact]
    public async Task VerifyChainAsync_DamagedTrace_NamesTheEntry()
    {
        await RecordAsync(3);
        await Database.ExecuteAsync(Database.DropAuditTriggers);
        await using (var connection = Database.Connect())
        {
            await connection.OpenAsync(Cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE audit_entries SET trace = @bytes WHERE sequence = 2";
            var bytes = command.CreateParameter();
            bytes.ParameterName = "bytes";
            bytes.Value = new byte[] { 1, 2, 3 };
            command.Parameters.Add(bytes);
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        (await Reviews.VerifyChainAsync(Cancellation)).ShouldBe(2);
    }

    [Fact]
    public async Task RecordAnswerAsync_FailingHalfWay_LeavesNothing()
    {
        var owner = Guid.NewGuid();
        var conversation = Guid.NewGuid();
        var turn = Guid.NewGuid();
        await Conversations.AskAsync(owner, conversation, turn, "Question", null, Cancellation);
        await Database.ExecuteAsync("DROP TABLE review_decisions");
        await Database.ExecuteAsync("DROP TABLE review_cases");

        await Should.ThrowAsync<Exception>(() => Conversations.RecordAnswerAsync(turn, Samples.Answer(), Samples.Trace(turn, Samples.Finding()), Cancellation));

        (await Conversations.ReadAsync(owner, conversation, Cancellation))!.ShouldHaveSingleItem().Answer.ShouldBeNull();
        (await Database.CountAsync("audit_entries")).ShouldBe(0);
        (await Reviews.VerifyChainAsync(Cancellation)).ShouldBeNull();
        await RecordAsync(1);
        (await Reviews.VerifyChainAsync(Cancellation)).ShouldBeNull();
    }

    protected async Task RecordAsync(int count)
    {
        foreach (var turn in Enumerable.Range(0, count).Select(_ => Guid.NewGuid()))
        {
            await Conversations.RecordAnswerAsync(turn, Samples.Answer(), Samples.Trace(turn), Cancellation);
        }
    }
}

public sealed class SqliteAuditChainTests() : AuditChainTests(new SqliteTestDatabase())
{
    [Fact]
    public async Task AuditEntries_Replaced_AreDefendedByTheDatabase()
    {
        await RecordAsync(2);

        await Should.ThrowAsync<DbException>(() => Database.ExecuteAsync(
            "INSERT OR REPLACE INTO audit_entries SELECT 2, turn_id, 'Mallory', question, recorded_at, trace, previous_hash, hash FROM audit_entries WHERE sequence = 1"));

        (await Database.CountAsync("audit_entries WHERE user_name = 'Mallory'")).ShouldBe(0);
    }
}

public sealed class PostgresAuditChainTests(PostgresServer server) : AuditChainTests(new PostgresTestDatabase(server))
{
    [Fact]
    public async Task AuditEntries_Truncated_AreDefendedByTheDatabase()
    {
        await RecordAsync(2);

        await Should.ThrowAsync<DbException>(() => Database.ExecuteAsync("TRUNCATE audit_entries CASCADE"));

        (await Database.CountAsync("audit_entries")).ShouldBe(2);
    }
}
