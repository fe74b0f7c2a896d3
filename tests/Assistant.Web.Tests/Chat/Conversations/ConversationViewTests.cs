using Assistant.Core.Answers;
using Assistant.Core.Conversations;
using Assistant.Web.Chat.Conversations;
using Assistant.Web.Chat.Rendering;
using Assistant.Web.Tests.Chat.Doubles;
using Microsoft.Extensions.Time.Testing;

namespace Assistant.Web.Tests.Chat.Conversations;

public sealed class ConversationViewTests : IDisposable
{
    private readonly FakeConversations conversations = new();
    private readonly FakeAnswers answers;
    private readonly FakeTimeProvider time = new();
    private readonly ConversationView view;

    public ConversationViewTests()
    {
        answers = new FakeAnswers(conversations);
        view = new ConversationView(conversations, answers, new AnswerMarkdown(), time);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => view.Dispose();

    [Fact]
    public async Task LoadAsync_StoredAnswers_AreShownInOrder()
    {
        var id = Guid.CreateVersion7();
        conversations.Add(Samples.Anna.Id, id, Guid.CreateVersion7(), "First?", answer: Samples.Answer("Yes [1].", Samples.Citation(1)));
        conversations.Add(Samples.Anna.Id, id, Guid.CreateVersion7(), "Second?", answer: Samples.Answer(AnswerOutcome.NoSupport));

        (await view.LoadAsync(Samples.Anna, id, Cancellation)).ShouldBeTrue();

        view.Turns.Select(t => (t.Question, t.State)).ShouldBe([("First?", TurnState.Answered), ("Second?", TurnState.NoSupport)]);
        view.Turns[0].Html.Value.ShouldContain("data-cite=\"1\"");
        view.Title.ShouldBe("First?");
    }

    [Fact]
    public async Task LoadAsync_SomebodyElsesConversation_IsNotFound()
    {
        var id = Guid.CreateVersion7();
        conversations.Add(Samples.Ben.Id, id, Guid.CreateVersion7(), "Secret?");

        (await view.LoadAsync(Samples.Anna, id, Cancellation)).ShouldBeFalse();

        view.Turns.ShouldBeEmpty();
    }

    [Fact]
    public async Task LoadAsync_UnfinishedAndNotBeingMade_IsInterrupted()
    {
        var id = Guid.CreateVersion7();
        conversations.Add(Samples.Anna.Id, id, Guid.CreateVersion7(), "Lost?");

        await view.LoadAsync(Samples.Anna, id, Cancellation);

        view.Turns.ShouldHaveSingleItem().State.ShouldBe(TurnState.Interrupted);
        view.Active.ShouldBeNull();
    }

    [Fact]
    public async Task LoadAsync_AnswerBeingMade_IsPickedUpWhereItStands()
    {
        var id = Guid.CreateVersion7();
        var turn = conversations.Add(Samples.Anna.Id, id, Guid.CreateVersion7(), "Slow?");
        var live = answers.Begin(Samples.Anna.Id, turn);
        live.Publish(AnswerStage.Generating, "So far");

        await view.LoadAsync(Samples.Anna, id, Cancellation);
        var shown = view.Turns.ShouldHaveSingleItem();
        var done = WhenDone(shown);
        shown.IsWorking.ShouldBeTrue();
        shown.Text.ShouldBe("So far");
        live.Finish(Samples.Answer("So far and done."));
        await done;

        shown.Text.ShouldBe("So far and done.");
        view.Active.ShouldBeNull();
    }

    [Fact]
    public async Task AskAsync_Accepted_FollowsTheAnswerToItsEnd()
    {
        var refusal = await view.AskAsync(Samples.Anna, " How many days? ", "hr", Cancellation);
        var turn = view.Active.ShouldNotBeNull();
        var done = WhenDone(turn);
        answers.Last.Finish(Samples.Answer("Thirty [1].", Samples.Citation(1)));
        await done;

        refusal.ShouldBeNull();
        turn.Question.ShouldBe("How many days?");
        turn.State.ShouldBe(TurnState.Answered);
        turn.Citations.ShouldHaveSingleItem();
        answers.Asked.ShouldHaveSingleItem().PinnedDomain.ShouldBe("hr");
        answers.Asked[0].ConversationId.ShouldBe(view.Id);
    }

    [Fact]
    public async Task AskAsync_Refused_SaysWhyAndAddsNothing()
    {
        answers.Refusal = new AskResult.Refused(AskRefusal.TooLong, "Shorten it.");

        (await view.AskAsync(Samples.Anna, "x", null, Cancellation)).ShouldBe("Shorten it.");

        view.Turns.ShouldBeEmpty();
    }

    [Fact]
    public async Task Follow_ManySnapshotsWithinOnePace_ShowsThemOnce()
    {
        await view.AskAsync(Samples.Anna, "Fast?", null, Cancellation);
        var turn = view.Active.ShouldNotBeNull();
        var shown = new TaskCompletionSource<string>();
        var renders = 0;
        turn.Changed += () =>
        {
            renders++;
            shown.TrySetResult(turn.Text);
        };

        answers.Last.Publish(AnswerStage.Generating, "1");
        await shown.Task.WaitAsync(Cancellation);
        for (var i = 2; i <= 50; i++)
        {
            answers.Last.Publish(AnswerStage.Generating, $"{i}");
        }

        renders.ShouldBe(1);
        var done = WhenDone(turn);
        answers.Last.Finish(Samples.Answer("50"));
        await done;
        renders.ShouldBe(2);
    }

    [Fact]
    public async Task Dispose_WhileAnAnswerIsMade_LetsItGoOn()
    {
        await view.AskAsync(Samples.Anna, "Long?", null, Cancellation);

        view.Dispose();

        answers.Last.Stopped.ShouldBeFalse();
        answers.Last.Finish(Samples.Answer("Done."));
    }

    [Fact]
    public async Task Stop_OfTheActiveAnswer_AsksForItsEnd()
    {
        await view.AskAsync(Samples.Anna, "Long?", null, Cancellation);

        view.Stop(Samples.Anna);

        answers.Last.Stopped.ShouldBeTrue();
    }

    [Fact]
    public async Task RateAsync_OwnTurn_IsKeptAndShown()
    {
        var id = Guid.CreateVersion7();
        conversations.Add(Samples.Anna.Id, id, Guid.CreateVersion7(), "Q?", answer: Samples.Answer("A."));
        await view.LoadAsync(Samples.Anna, id, Cancellation);
        var changes = 0;
        view.Turns[0].Changed += () => changes++;

        (await view.RateAsync(Samples.Anna, view.Turns[0], new Feedback(false, "wrong"), Cancellation)).ShouldBeTrue();

        view.Turns[0].Feedback.ShouldBe(new Feedback(false, "wrong"));
        changes.ShouldBe(1);
        (await conversations.ReadAsync(Samples.Anna.Id, id, Cancellation))![0].Feedback!.Reason.ShouldBe("wrong");
    }

    /// <summary>Completes when the turn is done, moving the clock until it is.</summary>
    private Task WhenDone(TurnView turn)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        turn.Changed += () =>
        {
            if (!turn.IsWorking)
            {
                done.TrySetResult();
            }
        };
        return TickAsync();

        async Task TickAsync()
        {
            while (!done.Task.IsCompleted)
            {
                Cancellation.ThrowIfCancellationRequested();
                await Task.Yield();
                time.Advance(ConversationView.Pace);
            }

            await done.Task;
        }
    }
}
