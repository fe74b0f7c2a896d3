using System.Collections.Concurrent;
using System.Threading.Channels;
using Assistant.Core.Answers;
using Assistant.Core.Conversations;
using Microsoft.Extensions.Options;

namespace Assistant.Orchestration.Answering;

/// <summary>Takes questions into a bounded queue; <see cref="AnswerWorker"/> makes the answers.</summary>
internal sealed class AnswerService(
    IConversationStore conversations,
    IOptions<AnsweringOptions> options,
    TimeProvider time) : IAnswerService
{
    private readonly ConcurrentDictionary<Guid, LiveAnswer> live = new();
    private readonly Lock admission = new();
    private readonly Channel<QueuedQuestion> queue = Channel.CreateUnbounded<QueuedQuestion>();
    private int freePlaces = options.Value.QueueLimit + options.Value.Concurrency;

    /// <summary>Accepted questions, in order.</summary>
    internal ChannelReader<QueuedQuestion> Questions => queue.Reader;

    public async Task<AskResult> AskAsync(AskRequest request, CancellationToken cancellationToken)
    {
        var question = request.Question.Trim();
        if (question.Length == 0)
        {
            return new AskResult.Refused(AskRefusal.Empty, "Type a question first.");
        }

        if (question.Length > options.Value.MaxQuestionLength)
        {
            return new AskResult.Refused(AskRefusal.TooLong, $"A question may have {options.Value.MaxQuestionLength:N0} characters; this one has {question.Length:N0}. Shorten it, or upload long text as a document.");
        }

        var answer = new LiveAnswer(request.User.Id, Guid.CreateVersion7(time.GetUtcNow()));
        if (Admit(answer) is { } refusal)
        {
            answer.Dispose();
            return refusal;
        }

        var stored = false;
        try
        {
            stored = await conversations.AskAsync(request.User.Id, request.ConversationId, answer.TurnId, question, request.PinnedDomain, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (!stored)
            {
                Finish();
                Forget(answer);
            }
        }

        if (!stored)
        {
            return new AskResult.Refused(AskRefusal.UnknownConversation, "This conversation does not exist any more. Start a new one.");
        }

        queue.Writer.TryWrite(new QueuedQuestion(request with { Question = question }, answer));
        return new AskResult.Accepted(answer.TurnId, answer);
    }

    public ILiveAnswer? Find(Guid userId, Guid turnId) =>
        live.TryGetValue(turnId, out var answer) && answer.UserId == userId ? answer : null;

    /// <summary>Gives the place of an answer back; the answer can still be picked up until it is forgotten.</summary>
    internal void Finish()
    {
        lock (admission)
        {
            freePlaces++;
        }
    }

    internal void Forget(LiveAnswer answer)
    {
        if (live.TryRemove(answer.TurnId, out _))
        {
            answer.Dispose();
        }
    }

    private AskResult.Refused? Admit(LiveAnswer answer)
    {
        lock (admission)
        {
            if (live.Values.Count(a => a.UserId == answer.UserId && a.Snapshot.Finished is null) >= options.Value.PerUserLimit)
            {
                return new AskResult.Refused(AskRefusal.Busy, "You are already waiting for other answers. Wait for one of them to finish, or stop it.");
            }

            if (freePlaces == 0)
            {
                return new AskResult.Refused(AskRefusal.Busy, $"{options.Value.QueueLimit} questions are waiting already. Try again in a minute.");
            }

            freePlaces--;
            live[answer.TurnId] = answer;
            return null;
        }
    }
}

/// <summary>A question in the queue and the answer that pages wait for.</summary>
internal sealed record QueuedQuestion(AskRequest Request, LiveAnswer Answer);
