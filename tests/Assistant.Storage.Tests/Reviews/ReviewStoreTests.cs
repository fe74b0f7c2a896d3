using System.Data.Common;
using Assistant.Core.Audit;
using Assistant.Core.Conversations;
using Assistant.Core.Policies;
using Assistant.Storage.Database;
using Assistant.Storage.Tests.Backends;

namespace Assistant.Storage.Tests.Reviews;

public abstract class ReviewStoreTests(TestDatabase database) : StorageTest(database)
{
    private readonly Guid owner = Guid.NewGuid();

    private IConversationStore Conversations => Get<IConversationStore>();

    private IReviewStore Reviews => Get<IReviewStore>();

    [Fact]
    public async Task ListAsync_FlaggedAnswer_IsAnOpenCaseWithItsTrace()
    {
        var trace = await AnswerAsync(Samples.Finding("iban", PolicySeverity.High), Samples.Finding("groundedness"), Samples.Finding("iban", PolicySeverity.Low));

        var review = (await Reviews.ListAsync(ReviewFilter.Open, Cancellation)).ShouldHaveSingleItem();

        review.ShouldBe(new ReviewCase(review.Id, trace.TurnId, "Anna Lindqvist", "How many days of leave?", "iban, groundedness", PolicySeverity.High, Time.GetUtcNow(), null));
        var detail = (await Reviews.FindAsync(review.Id, Cancellation))!;
        StoredJson.Write(detail.Trace).ShouldBe(StoredJson.Write(trace));
        detail.FeedbackReason.ShouldBeNull();
        detail.Decisions.ShouldBeEmpty();
        (await Reviews.CountOpenAsync(Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task ListAsync_FindingsThatAskForNoReview_OpenNoCase()
    {
        await AnswerAsync(Samples.Finding(opensReview: false));

        (await Reviews.ListAsync(ReviewFilter.All, Cancellation)).ShouldBeEmpty();
        (await Reviews.CountOpenAsync(Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task RateAsync_NotHelpful_OpensACaseAndHelpfulDoesNot()
    {
        var helpful = await AnswerAsync();
        await Conversations.RateAsync(owner, helpful.TurnId, new Feedback(true, null), Cancellation);
        var poor = await AnswerAsync();
        await Conversations.RateAsync(owner, poor.TurnId, new Feedback(false, "Die Zahl ist falsch"), Cancellation);

        var review = (await Reviews.ListAsync(ReviewFilter.All, Cancellation)).ShouldHaveSingleItem();

        (review.TurnId, review.Reason, review.Severity).ShouldBe((poor.TurnId, "feedback", PolicySeverity.Low));
        (await Reviews.FindAsync(review.Id, Cancellation))!.FeedbackReason.ShouldBe("Die Zahl ist falsch");
    }

    [Fact]
    public async Task RateAsync_FlaggedAnswer_MergesIntoItsCase()
    {
        var trace = await AnswerAsync(Samples.Finding("iban", PolicySeverity.Critical));
        await Conversations.RateAsync(owner, trace.TurnId, new Feedback(false, "first"), Cancellation);
        await Conversations.RateAsync(owner, trace.TurnId, new Feedback(false, "second"), Cancellation);

        var review = (await Reviews.ListAsync(ReviewFilter.Open, Cancellation)).ShouldHaveSingleItem();

        (review.Reason, review.Severity).ShouldBe(("iban, feedback", PolicySeverity.Critical));
        (await Reviews.FindAsync(review.Id, Cancellation))!.FeedbackReason.ShouldBe("second");
    }

    [Fact]
    public async Task RateAsync_ManyAtOnce_OpenOneCase()
    {
        var trace = await AnswerAsync();

        await Task.WhenAll(Enumerable.Range(0, 12).Select(n => Task.Run(() => Conversations.RateAsync(owner, trace.TurnId, new Feedback(false, $"{n}"), Cancellation))));

        (await Reviews.ListAsync(ReviewFilter.Open, Cancellation)).ShouldHaveSingleItem().Reason.ShouldBe("feedback");
    }

    [Fact]
    public async Task DecideAsync_Twice_KeepsBothAndTheLatestCounts()
    {
        var review = await OpenCaseAsync();
        var first = new ReviewDecision(ReviewDisposition.Violation, "Enthält eine IBAN", "Dario Ferri", Time.GetUtcNow());
        var second = new ReviewDecision(ReviewDisposition.NoIssue, "Sample data", "Elena Ruiz", Time.GetUtcNow().AddHours(1).ToOffset(TimeSpan.FromHours(2)));

        (await Reviews.DecideAsync(review.Id, first, Cancellation)).ShouldBeTrue();
        (await Reviews.DecideAsync(review.Id, second, Cancellation)).ShouldBeTrue();

        (await Reviews.ListAsync(ReviewFilter.Decided, Cancellation)).ShouldHaveSingleItem().Decision.ShouldBe(second);
        (await Reviews.FindAsync(review.Id, Cancellation))!.Decisions.ShouldBe([first, second]);
        (await Reviews.ListAsync(ReviewFilter.Open, Cancellation)).ShouldBeEmpty();
        (await Reviews.CountOpenAsync(Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task DecideAsync_ManyAtOnce_KeepsEveryDecision()
    {
        var review = await OpenCaseAsync();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(n => Task.Run(() => Reviews.DecideAsync(review.Id, new ReviewDecision(ReviewDisposition.NoIssue, $"{n}", "Dario", Time.GetUtcNow()), Cancellation))));

        (await Reviews.FindAsync(review.Id, Cancellation))!.Decisions.Select(d => d.Note).Order().ShouldBe(Enumerable.Range(0, 10).Select(n => $"{n}"));
    }

    [Fact]
    public async Task DecideAsync_NoSuchCase_IsRefused() =>
        (await Reviews.DecideAsync(Guid.NewGuid(), new ReviewDecision(ReviewDisposition.NoIssue, "", "Dario", Time.GetUtcNow()), Cancellation)).ShouldBeFalse();

    [Fact]
    public async Task ReviewDecisions_ChangedOrDeleted_AreDefendedByTheDatabase()
    {
        var review = await OpenCaseAsync();
        await Reviews.DecideAsync(review.Id, new ReviewDecision(ReviewDisposition.Violation, "note", "Dario", Time.GetUtcNow()), Cancellation);

        (await Should.ThrowAsync<DbException>(() => Database.ExecuteAsync("UPDATE review_decisions SET note = 'other'"))).Message.ShouldContain("append-only");
        (await Should.ThrowAsync<DbException>(() => Database.ExecuteAsync("DELETE FROM review_decisions"))).Message.ShouldContain("append-only");
    }

    [Fact]
    public async Task RateAsync_DecidedCase_OpensAgainForANewReasonOnly()
    {
        var trace = await AnswerAsync(Samples.Finding("iban"));
        var review = (await Reviews.ListAsync(ReviewFilter.Open, Cancellation)).ShouldHaveSingleItem();
        var decision = new ReviewDecision(ReviewDisposition.NoIssue, "fine", "Dario", Time.GetUtcNow());
        await Reviews.DecideAsync(review.Id, decision, Cancellation);

        await Conversations.RateAsync(owner, trace.TurnId, new Feedback(false, "not fine"), Cancellation);

        (await Reviews.ListAsync(ReviewFilter.Open, Cancellation)).ShouldHaveSingleItem().Decision.ShouldBeNull();
        (await Reviews.FindAsync(review.Id, Cancellation))!.Decisions.ShouldBe([decision]);

        await Reviews.DecideAsync(review.Id, decision, Cancellation);
        await Conversations.RateAsync(owner, trace.TurnId, new Feedback(false, "still not fine"), Cancellation);
        (await Reviews.ListAsync(ReviewFilter.Open, Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task FindAsync_ConversationDeleted_StillShowsTheTrace()
    {
        var trace = await AnswerAsync(Samples.Finding());
        foreach (var conversation in await Conversations.ListAsync(owner, null, Cancellation))
        {
            await Conversations.DeleteAsync(owner, conversation.Id, Cancellation);
        }

        var review = (await Reviews.ListAsync(ReviewFilter.Open, Cancellation)).ShouldHaveSingleItem();

        StoredJson.Write((await Reviews.FindAsync(review.Id, Cancellation))!.Trace).ShouldBe(StoredJson.Write(trace));
        (await Database.CountAsync("turns")).ShouldBe(0);
    }

    [Fact]
    public async Task FindAsync_NoSuchCase_IsNull() => (await Reviews.FindAsync(Guid.NewGuid(), Cancellation)).ShouldBeNull();

    [Fact]
    public async Task ListAsync_SeveralCases_ComeNewestFirst()
    {
        var older = await AnswerAsync(Samples.Finding());
        Time.Advance(TimeSpan.FromMinutes(1));
        var newer = await AnswerAsync(Samples.Finding());

        (await Reviews.ListAsync(ReviewFilter.All, Cancellation)).Select(c => c.TurnId).ShouldBe([newer.TurnId, older.TurnId]);
    }

    private async Task<ReviewCase> OpenCaseAsync()
    {
        await AnswerAsync(Samples.Finding());
        return (await Reviews.ListAsync(ReviewFilter.Open, Cancellation)).ShouldHaveSingleItem();
    }

    private async Task<AnswerTrace> AnswerAsync(params Finding[] findings)
    {
        var turn = Guid.NewGuid();
        var trace = Samples.Trace(turn, findings);
        await Conversations.AskAsync(owner, Guid.NewGuid(), turn, trace.Question, null, Cancellation);
        await Conversations.RecordAnswerAsync(turn, Samples.Answer(), trace, Cancellation);
        return trace;
    }
}

public sealed class SqliteReviewStoreTests() : ReviewStoreTests(new SqliteTestDatabase());

public sealed class PostgresReviewStoreTests(PostgresServer server) : ReviewStoreTests(new PostgresTestDatabase(server));
