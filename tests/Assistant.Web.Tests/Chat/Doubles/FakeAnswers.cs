using Assistant.Core.Answers;

namespace Assistant.Web.Tests.Chat.Doubles;

/// <summary>Takes every question, unless told to refuse, and keeps the live answers by turn.</summary>
internal sealed class FakeAnswers(FakeConversations conversations) : IAnswerService
{
    private readonly Dictionary<Guid, (Guid Owner, FakeLiveAnswer Answer)> live = [];

    public AskResult.Refused? Refusal { get; set; }

    public List<AskRequest> Asked { get; } = [];

    public FakeLiveAnswer Last => live.Values.Last().Answer;

    public Task<AskResult> AskAsync(AskRequest request, CancellationToken cancellationToken)
    {
        if (Refusal is not null)
        {
            return Task.FromResult<AskResult>(Refusal);
        }

        Asked.Add(request);
        var turn = Guid.CreateVersion7();
        conversations.Add(request.User.Id, request.ConversationId, turn, request.Question, request.PinnedDomain);
        return Task.FromResult<AskResult>(new AskResult.Accepted(turn, Begin(request.User.Id, turn)));
    }

    public ILiveAnswer? Find(Guid userId, Guid turnId) => live.TryGetValue(turnId, out var found) && found.Owner == userId ? found.Answer : null;

    /// <summary>Makes a live answer for a turn that is already stored.</summary>
    public FakeLiveAnswer Begin(Guid owner, Guid turnId)
    {
        var answer = new FakeLiveAnswer(turnId);
        live[turnId] = (owner, answer);
        return answer;
    }
}
