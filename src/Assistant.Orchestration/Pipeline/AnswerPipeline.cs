using Assistant.Core.Answers;
using Assistant.Core.Audit;
using Assistant.Core.Conversations;
using Assistant.Core.Policies;
using Assistant.Core.Routing;
using Assistant.Orchestration.Answering;
using Assistant.Orchestration.Evidence;
using Assistant.Orchestration.Retrieval;
using Assistant.Orchestration.Telemetry;
using Assistant.Text.Languages;
using Microsoft.Extensions.Options;

namespace Assistant.Orchestration.Pipeline;

/// <summary>
/// Question → route → retrieve → compose → generate → gate; <see cref="AnswerRecorder"/> records the end.
/// Each stage reads what the ones before it left in the draft.
/// </summary>
internal sealed class AnswerPipeline(
    IPolicyEngine policies,
    IRouter router,
    FollowUp followUp,
    PassageFinder finder,
    EvidenceSelector evidence,
    AnswerWriter writer,
    AnswerRecorder recorder,
    IConversationStore conversations,
    LanguageDetector languages,
    PipelineTelemetry telemetry,
    IOptions<AnsweringOptions> answering,
    IOptions<EvidenceOptions> thresholds,
    TimeProvider time)
{
    /// <summary>Makes one answer to its end and records it. Never throws for a failed stage: that is an outcome.</summary>
    public async Task RunAsync(QueuedQuestion question, CancellationToken stoppingToken)
    {
        using var activity = telemetry.StartQuestion(question.Answer.TurnId);
        using var limit = new CancellationTokenSource(answering.Value.Timeout, time);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, limit.Token, question.Answer.StopToken);
        var draft = new AnswerDraft(question, languages.Detect(question.Request.Question), time.GetUtcNow(), new StageClock(telemetry, time));
        await recorder.RecordAsync(question, draft, () => AnswerAsync(question, draft, cancel.Token), stoppingToken).ConfigureAwait(false);
    }

    private async Task<AnswerOutcome> AnswerAsync(QueuedQuestion question, AnswerDraft draft, CancellationToken cancellationToken)
    {
        var request = question.Request;
        var verdict = await draft.Clock.MeasureAsync("question-check", () => CheckQuestionAsync(request, draft, cancellationToken)).ConfigureAwait(false);
        draft.AddQuestionVerdict(verdict);
        if (verdict.Action >= PolicyAction.Withhold)
        {
            return AnswerOutcome.Blocked;
        }

        var history = await conversations.ReadAsync(request.User.Id, request.ConversationId, cancellationToken).ConfigureAwait(false) ?? [];
        var previous = history.Where(t => t.Id != question.Answer.TurnId).ToList();
        IReadOnlyList<string> previousQuestions = [.. previous.Select(t => t.Question)];

        Report(question, AnswerStage.Routing);
        var route = await draft.Clock.MeasureAsync("route", () => router.RouteAsync(new RouteRequest(request.Question, previousQuestions, request.User, request.PinnedDomain), cancellationToken).AsTask()).ConfigureAwait(false);
        draft.Route = route;

        Report(question, AnswerStage.Retrieving);
        var search = new SearchRequest(request.Question, followUp.ContextFor(request.Question, previousQuestions), draft.Language, route.Domain, request.User);
        var retrieved = await draft.Clock.MeasureAsync("retrieve", () => finder.FindAsync(search, cancellationToken)).ConfigureAwait(false);
        draft.AddChecks(retrieved.ChecksRun);

        var threshold = thresholds.Value.SupportThreshold;
        draft.Evidence = draft.Clock.Measure("evidence", () => evidence.Select(request.Question, draft.Language, retrieved));
        draft.Retrieval = new RetrievalTrace(retrieved.Query, retrieved.Context, retrieved.Trace, draft.Evidence.Support, threshold);
        if (draft.Evidence.Support < threshold || draft.Evidence.Quotes.Count == 0)
        {
            return AnswerOutcome.NoSupport;
        }

        Report(question, AnswerStage.Generating);
        return await writer.WriteAsync(question, draft, previous, cancellationToken).ConfigureAwait(false);
    }

    private async Task<PolicyVerdict> CheckQuestionAsync(AskRequest request, AnswerDraft draft, CancellationToken cancellationToken)
    {
        var context = new PolicyContext(request.User, request.Question, Domain: null, draft.Language, [], Preceding: "");
        return await policies.CheckAsync(new PolicyCheck(PolicyStage.Input, request.Question, context), cancellationToken).ConfigureAwait(false);
    }

    private static void Report(QueuedQuestion question, AnswerStage stage) => question.Answer.Update(s => s with { Stage = stage });
}
