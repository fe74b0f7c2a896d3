using Assistant.Core.Answers;
using Assistant.Core.Conversations;
using Assistant.Storage.Database;
using Assistant.Storage.Tests.Backends;

namespace Assistant.Storage.Tests.Conversations;

public abstract class ConversationStoreTests(TestDatabase database) : StorageTest(database)
{
    private readonly Guid owner = Guid.NewGuid();
    private readonly Guid conversation = Guid.NewGuid();

    private IConversationStore Store => Get<IConversationStore>();

    [Fact]
    public async Task AskAsync_NewConversation_IsTitledAfterTheQuestion()
    {
        var turn = await AskAsync("How many days\n of leave?");

        (await Store.ListAsync(owner, null, Cancellation)).ShouldHaveSingleItem().ShouldBe(new ConversationSummary(conversation, "How many days of leave?", Time.GetUtcNow()));
        (await Store.ReadAsync(owner, conversation, Cancellation))!.ShouldHaveSingleItem().ShouldBe(new Turn(turn, "How many days\n of leave?", Time.GetUtcNow(), "hr", null, null));
    }

    [Fact]
    public async Task AskAsync_SameInstant_KeepsTheOrderOfTurns()
    {
        foreach (var number in Enumerable.Range(1, 12))
        {
            await AskAsync($"Question {number}");
        }

        (await Store.ReadAsync(owner, conversation, Cancellation))!.Select(t => t.Question).ShouldBe(Enumerable.Range(1, 12).Select(n => $"Question {n}"));
    }

    [Fact]
    public async Task AskAsync_AnotherUsersConversation_IsRefusedAndChangesNothing()
    {
        await AskAsync("Mine");

        (await Store.AskAsync(Guid.NewGuid(), conversation, Guid.NewGuid(), "Theirs", null, Cancellation)).ShouldBeFalse();

        (await Store.ReadAsync(owner, conversation, Cancellation))!.ShouldHaveSingleItem().Question.ShouldBe("Mine");
    }

    [Fact]
    public async Task AskAsync_ManyAtOnceInOneConversation_KeepsEveryTurn()
    {
        await Task.WhenAll(Enumerable.Range(1, 16).Select(n => Task.Run(() => AskAsync($"Question {n}"))));

        (await Store.ReadAsync(owner, conversation, Cancellation))!.Select(t => t.Question).Order().ShouldBe(Enumerable.Range(1, 16).Select(n => $"Question {n}").Order());
        (await Store.ListAsync(owner, null, Cancellation)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task AskAsync_TwoUsersRaceForOneId_OneGetsIt()
    {
        Guid[] users = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];

        var taken = await Task.WhenAll(users.Select(u => Task.Run(() => Store.AskAsync(u, conversation, Guid.NewGuid(), "Mine?", null, Cancellation))));

        taken.Count(t => t).ShouldBe(1);
        var lists = await Task.WhenAll(users.Select(u => Store.ListAsync(u, null, Cancellation)));
        lists.Select(l => l.Count == 1).ShouldBe(taken);
    }

    [Fact]
    public async Task AskAsync_TextThatADatabaseRefuses_IsStoredWithReplacements()
    {
        await AskAsync("a\0b \ud800 c 😀");

        (await Store.ReadAsync(owner, conversation, Cancellation))!.ShouldHaveSingleItem().Question.ShouldBe("a\ufffdb \ufffd c 😀");
    }

    [Fact]
    public async Task ReadAsync_AnotherUser_SeesNothing()
    {
        await AskAsync("Mine");

        (await Store.ReadAsync(Guid.NewGuid(), conversation, Cancellation)).ShouldBeNull();
        (await Store.ListAsync(Guid.NewGuid(), null, Cancellation)).ShouldBeEmpty();
        (await Store.RenameAsync(Guid.NewGuid(), conversation, "Theirs", Cancellation)).ShouldBeFalse();
        (await Store.DeleteAsync(Guid.NewGuid(), conversation, Cancellation)).ShouldBeFalse();
        (await Store.ListAsync(owner, null, Cancellation)).ShouldHaveSingleItem().Title.ShouldBe("Mine");
    }

    [Fact]
    public async Task ListAsync_SeveralConversations_ComeNewestFirst()
    {
        var older = Guid.NewGuid();
        await Store.AskAsync(owner, older, Guid.NewGuid(), "older", null, Cancellation);
        Time.Advance(TimeSpan.FromTicks(10));
        await AskAsync("newer");
        (await Store.ListAsync(owner, null, Cancellation)).Select(c => c.Id).ShouldBe([conversation, older]);

        Time.Advance(TimeSpan.FromTicks(10));
        await Store.AskAsync(owner, older, Guid.NewGuid(), "again", null, Cancellation);
        (await Store.ListAsync(owner, null, Cancellation)).Select(c => c.Id).ShouldBe([older, conversation]);
    }

    [Theory]
    [InlineData("ÜBERSICHT", true)]
    [InlineData("größe der übersicht", true)]
    [InlineData("100% der", true)]
    [InlineData("a_b", true)]
    [InlineData("c:\\temp", true)]
    [InlineData("o'neill", true)]
    [InlineData("  ", true)]
    [InlineData("second question", true)]
    [InlineData("ΟΔΟΣ", true)]
    [InlineData("100_ der", false)]
    [InlineData("%", true)]
    [InlineData("%%", false)]
    [InlineData("axb", false)]
    [InlineData("\\%", false)]
    [InlineData("100\0 ", false)]
    public async Task ListAsync_Search_MatchesTitlesAndQuestionsLetterByLetterWithoutCase(string search, bool found)
    {
        await AskAsync("100% der Größe der Übersicht: a_b, C:\\Temp, O'Neill, Οδος");
        await AskAsync("Second question");
        await Store.AskAsync(owner, Guid.NewGuid(), Guid.NewGuid(), "something else", null, Cancellation);

        var hits = await Store.ListAsync(owner, search, Cancellation);

        hits.Any(c => c.Id == conversation).ShouldBe(found);
        hits.Count.ShouldBe(string.IsNullOrWhiteSpace(search) ? 2 : found ? 1 : 0);
    }

    [Fact]
    public async Task RenameAsync_OwnConversation_ChangesTitleAndSearch()
    {
        await AskAsync("First words");

        (await Store.RenameAsync(owner, conversation, "Jahresüberblick", Cancellation)).ShouldBeTrue();

        (await Store.ListAsync(owner, "JAHRESÜBER", Cancellation)).ShouldHaveSingleItem().Title.ShouldBe("Jahresüberblick");
    }

    [Fact]
    public async Task RecordAnswerAsync_Answer_ComesBackAsItWas()
    {
        var turn = await AskAsync("Question");
        var answer = Samples.Answer("Der Anspruch beträgt „30 Tage“. [1]\0");

        await Store.RecordAnswerAsync(turn, answer, Samples.Trace(turn), Cancellation);

        var read = (await Store.ReadAsync(owner, conversation, Cancellation))!.ShouldHaveSingleItem().Answer!;
        StoredJson.Write(read).ShouldBe(StoredJson.Write(answer));
        read.Citations[0].HeadingPath.ShouldBe(["Anspruch", "Hamburg"]);
    }

    [Fact]
    public async Task RecordAnswerAsync_ConversationDeletedMeanwhile_StillWritesTheAuditEntry()
    {
        var turn = await AskAsync("Question");
        await Store.DeleteAsync(owner, conversation, Cancellation);

        await Store.RecordAnswerAsync(turn, Samples.Answer(), Samples.Trace(turn), Cancellation);

        (await Database.CountAsync("audit_entries")).ShouldBe(1);
        (await Store.ReadAsync(owner, conversation, Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task RecordAnswerAsync_SecondAnswerOfATurn_FailsAndLeavesTheFirst()
    {
        var turn = await AskAsync("Question");
        await Store.RecordAnswerAsync(turn, Samples.Answer("first"), Samples.Trace(turn), Cancellation);

        await Should.ThrowAsync<Exception>(() => Store.RecordAnswerAsync(turn, Samples.Answer("second"), Samples.Trace(turn), Cancellation));

        (await Store.ReadAsync(owner, conversation, Cancellation))!.ShouldHaveSingleItem().Answer!.Text.ShouldBe("first");
        (await Database.CountAsync("audit_entries")).ShouldBe(1);
    }

    [Fact]
    public async Task RateAsync_UnfinishedUnknownOrAnotherUsersTurn_IsRefused()
    {
        var turn = await AskAsync("Question");
        (await Store.RateAsync(owner, turn, new Feedback(false, null), Cancellation)).ShouldBeFalse();

        await Store.RecordAnswerAsync(turn, Samples.Answer(), Samples.Trace(turn), Cancellation);
        (await Store.RateAsync(Guid.NewGuid(), turn, new Feedback(false, null), Cancellation)).ShouldBeFalse();
        (await Store.RateAsync(owner, Guid.NewGuid(), new Feedback(false, null), Cancellation)).ShouldBeFalse();
        (await Database.CountAsync("review_cases")).ShouldBe(0);
    }

    [Fact]
    public async Task RateAsync_ChangedMind_KeepsTheLatestJudgement()
    {
        var turn = await AskAsync("Question");
        await Store.RecordAnswerAsync(turn, Samples.Answer(), Samples.Trace(turn), Cancellation);

        (await Store.RateAsync(owner, turn, new Feedback(false, "wrong number"), Cancellation)).ShouldBeTrue();
        (await Store.RateAsync(owner, turn, new Feedback(true, null), Cancellation)).ShouldBeTrue();

        (await Store.ReadAsync(owner, conversation, Cancellation))!.ShouldHaveSingleItem().Feedback.ShouldBe(new Feedback(true, null));
    }

    [Fact]
    public async Task InterruptUnfinishedAsync_AfterARestart_EndsWhatWasBeingMadeOnRecord()
    {
        var finished = await AskAsync("Finished");
        await Store.RecordAnswerAsync(finished, Samples.Answer(), Samples.Trace(finished), Cancellation);
        var unfinished = await AskAsync("Unfinished");
        await RestartAsync();

        (await Store.InterruptUnfinishedAsync(Cancellation)).ShouldBe(1);
        (await Store.InterruptUnfinishedAsync(Cancellation)).ShouldBe(0);

        var turns = (await Store.ReadAsync(owner, conversation, Cancellation))!;
        turns.Select(t => t.Answer!.Outcome).ShouldBe([AnswerOutcome.Answered, AnswerOutcome.Interrupted]);
        (await Database.CountAsync("audit_entries")).ShouldBe(2);
        (await Store.RateAsync(owner, unfinished, new Feedback(false, null), Cancellation)).ShouldBeTrue();
    }

    [Fact]
    public async Task InterruptUnfinishedAsync_SeveralAtOnce_EndEveryTurnOnce()
    {
        foreach (var number in Enumerable.Range(1, 5))
        {
            await AskAsync($"Question {number}");
        }

        var interrupted = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Store.InterruptUnfinishedAsync(Cancellation))));

        interrupted.Sum().ShouldBe(5);
        (await Database.CountAsync("audit_entries")).ShouldBe(5);
    }

    private async Task<Guid> AskAsync(string question)
    {
        var turn = Guid.NewGuid();
        (await Store.AskAsync(owner, conversation, turn, question, "hr", Cancellation)).ShouldBeTrue();
        return turn;
    }
}

public sealed class SqliteConversationStoreTests() : ConversationStoreTests(new SqliteTestDatabase());

public sealed class PostgresConversationStoreTests(PostgresServer server) : ConversationStoreTests(new PostgresTestDatabase(server));
