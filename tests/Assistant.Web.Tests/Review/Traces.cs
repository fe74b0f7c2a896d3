using Assistant.Core.Access;
using Assistant.Core.Adapters;
using Assistant.Core.Answers;
using Assistant.Core.Audit;
using Assistant.Core.Conversations;
using Assistant.Core.Policies;
using Assistant.Core.Routing;
using Assistant.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Web.Tests.Review;

/// <summary>Traces of answers for the tests of the review pages.</summary>
internal static class Traces
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);

    public static Finding Finding(string rule, PolicyAction action, int start = 0, int length = 3) =>
        new(rule, action, PolicySeverity.High, start, length, $"Message of {rule}.", $"Detail of {rule}.", OpensReview: true);

    public static AnswerTrace Flagged(Guid turnId, Guid conversationId, AssistantUser user) => new(
        turnId,
        conversationId,
        user.Id,
        user.DisplayName,
        user.Scope.Labels,
        "May I?",
        "en",
        Noon,
        new Route("hr", AdapterSet.Base, 0.91, RouteReason.Classified, new Dictionary<string, double> { ["hr"] = 0.91, ["it"] = 0.09 }),
        new RetrievalTrace("May I?", null, [Passage("p-0", 7.5, []), Passage("p-1", 3.25, ["injection.passage"])], 0.8, 0.5),
        new PromptTrace("answer", new string('b', 64), 321),
        new GenerationTrace(GeneratorKind.Extractive, "extractive", null, "base", 0, 1, 512, FellBack: false),
        [
            new UnitTrace("You may.", "You may. ", PolicyAction.Allow, []),
            new UnitTrace("Call +49 40 1234567 now.", "Call █████ now. ", PolicyAction.Redact, [Finding("personal-data", PolicyAction.Redact, 5, 14)]),
            new UnitTrace("Nobody checked this.", null, PolicyAction.Withhold, [Finding("groundedness", PolicyAction.Withhold, 0, 20)]),
        ],
        [Finding("injection.question", PolicyAction.Annotate, 0, 3)],
        ["citations", "groundedness"],
        new string('c', 64),
        [new("route", 2), new("retrieve", 8), new("total", 20)],
        AnswerOutcome.Answered,
        "You may. Call █████ now.",
        null);

    /// <summary>Records an answer to Anna that a rule flagged; returns its case.</summary>
    public static async Task<Guid> FlagAsync(WebHost host)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var anna = (await host.Services.GetRequiredService<IUserDirectory>().FindAsync(await host.IdOfAsync("anna@halden.example"), cancellation))!;
        var (conversation, turn) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var conversations = host.Services.GetRequiredService<IConversationStore>();
        (await conversations.AskAsync(anna.Id, conversation, turn, "May I?", null, cancellation)).ShouldBeTrue();
        await conversations.RecordAnswerAsync(turn, Answer("You may."), Flagged(turn, conversation, anna), cancellation);
        var cases = await host.Services.GetRequiredService<IReviewStore>().ListAsync(ReviewFilter.Open, cancellation);
        return cases.Single(c => c.TurnId == turn).Id;
    }

    private static FinishedAnswer Answer(string text) =>
        new(AnswerOutcome.Answered, GeneratorKind.Extractive, "hr", text, [], [], [], 0.1);

    private static PassageTrace Passage(string id, double score, IReadOnlyList<string> withheld) =>
        new(id, Guid.NewGuid(), Guid.NewGuid(), 2, "Leave policy", ["Leave", "Requests"], 3, 120, "Ask your manager first.", score, withheld);
}
