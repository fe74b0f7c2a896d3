using Assistant.Core.Access;
using Assistant.Core.Answers;
using Assistant.Core.Conversations;
using Assistant.Web.Chat.Rendering;

namespace Assistant.Web.Chat.Conversations;

/// <summary>
/// One conversation as a page shows it. It follows the answers being made and lets go of them when it is disposed;
/// making them goes on without it. Not thread-safe: call it from the page's own thread.
/// </summary>
internal sealed class ConversationView : IDisposable
{
    /// <summary>Time between two snapshots that are shown: about ten a second, however fast text arrives.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    private readonly IConversationStore store;
    private readonly IAnswerService answers;
    private readonly AnswerMarkdown markdown;
    private readonly TimeProvider time;
    private readonly CancellationTokenSource closed = new();
    private readonly CancellationToken closing;
    private readonly List<TurnView> turns = [];
    private bool isDisposed;

    public ConversationView(IConversationStore store, IAnswerService answers, AnswerMarkdown markdown, TimeProvider time)
    {
        (this.store, this.answers, this.markdown, this.time) = (store, answers, markdown, time);
        Id = Guid.CreateVersion7(time.GetUtcNow());
        // Outlives its source: a conversation may be left while it is still being read.
        closing = closed.Token;
    }

    public Guid Id { get; private set; }

    public IReadOnlyList<TurnView> Turns => turns;

    /// <summary>What the history calls it; empty for a new one.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The turn being answered last; null when none is.</summary>
    public TurnView? Active => turns.LastOrDefault(t => t.IsWorking);

    /// <summary>Reads a conversation and attaches to what is still being made of it. False when the user has no such conversation.</summary>
    public async Task<bool> LoadAsync(AssistantUser user, Guid conversationId, CancellationToken cancellationToken)
    {
        if (await store.ReadAsync(user.Id, conversationId, cancellationToken) is not { } stored)
        {
            return false;
        }

        Id = conversationId;
        foreach (var turn in stored)
        {
            var view = new TurnView(turn, markdown);
            turns.Add(view);
            if (turn.Answer is null && answers.Find(user.Id, turn.Id) is { } live)
            {
                Follow(view, live);
            }
        }

        await LoadTitleAsync(user, cancellationToken);
        return true;
    }

    /// <summary>Reads the title again, after it may have been changed.</summary>
    public async Task LoadTitleAsync(AssistantUser user, CancellationToken cancellationToken) =>
        Title = (await store.ListAsync(user.Id, search: null, cancellationToken)).FirstOrDefault(c => c.Id == Id)?.Title ?? "";

    /// <summary>Asks; null when the question was taken, else what to tell the user.</summary>
    public async Task<string?> AskAsync(AssistantUser user, string question, string? pinnedDomain, CancellationToken cancellationToken)
    {
        switch (await answers.AskAsync(new AskRequest(user, Id, question, pinnedDomain), cancellationToken))
        {
            case AskResult.Accepted accepted:
                var view = new TurnView(new Turn(accepted.TurnId, question.Trim(), time.GetUtcNow(), pinnedDomain, Answer: null, Feedback: null), markdown);
                turns.Add(view);
                Follow(view, accepted.Answer);
                return null;
            case AskResult.Refused refused:
                return refused.Message;
            default:
                throw new InvalidOperationException("An ask is accepted or refused.");
        }
    }

    /// <summary>Asks for the end of the answer being made; what was shown of it stands.</summary>
    public void Stop(AssistantUser user)
    {
        if (Active is { } active)
        {
            answers.Find(user.Id, active.Id)?.Stop();
        }
    }

    /// <summary>False when the turn is not there any more.</summary>
    public async Task<bool> RateAsync(AssistantUser user, TurnView turn, Feedback feedback, CancellationToken cancellationToken)
    {
        if (!await store.RateAsync(user.Id, turn.Id, feedback, cancellationToken))
        {
            return false;
        }

        turn.Rate(feedback);
        return true;
    }

    public void Dispose()
    {
        if (!isDisposed)
        {
            isDisposed = true;
            closed.Cancel();
            closed.Dispose();
        }
    }

    private void Follow(TurnView view, ILiveAnswer live)
    {
        var snapshot = live.Snapshot;
        view.Show(snapshot);
        _ = FollowAsync(view, live, snapshot.Version, closing);
    }

    private async Task FollowAsync(TurnView view, ILiveAnswer live, int version, CancellationToken cancellationToken)
    {
        try
        {
            while (view.IsWorking)
            {
                var snapshot = await live.WaitForChangeAsync(version, cancellationToken);
                version = snapshot.Version;
                view.Show(snapshot);
                await Task.Delay(Pace, time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The page was left. The answer goes on, and the next page picks it up by its id.
        }
    }
}
