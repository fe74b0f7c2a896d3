using Assistant.Core.Answers;
using Assistant.Core.Conversations;
using Assistant.Orchestration.Answering;
using Assistant.Orchestration.Telemetry;
using Microsoft.Extensions.Logging;

namespace Assistant.Orchestration.Pipeline;

/// <summary>
/// The record stage: turns however an answer ended into an outcome, writes it with its trace in one transaction,
/// and only then publishes it as finished.
/// </summary>
internal sealed class AnswerRecorder(IConversationStore conversations, PipelineTelemetry telemetry, ILogger<AnswerRecorder> logger)
{
    private static readonly TimeSpan RecordTimeout = TimeSpan.FromSeconds(30);

    public async Task RecordAsync(QueuedQuestion question, AnswerDraft draft, Func<Task<AnswerOutcome>> answer, CancellationToken stoppingToken)
    {
        var (outcome, failure) = await EndAsync(question, draft, answer, stoppingToken).ConfigureAwait(false);
        draft.Clock.Mark("total");
        var finished = draft.Finish(outcome);
        try
        {
            // Not tied to the request: a stopped or timed-out answer is recorded all the same.
            using var limit = new CancellationTokenSource(RecordTimeout);
            await draft.Clock.MeasureAsync("record", async () =>
            {
                await conversations.RecordAnswerAsync(question.Answer.TurnId, finished, draft.Trace(outcome, failure), limit.Token).ConfigureAwait(false);
                return true;
            }).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // An answer that could not be recorded does not count as given, whatever the cause.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            logger.RecordFailed(question.Answer.TurnId, exception);
            finished = new FinishedAnswer(AnswerOutcome.Failed, finished.Generator, finished.Domain, "", [], [], [], finished.Seconds);
        }

        telemetry.Answered(finished.Outcome.ToString());
        logger.Answered(question.Answer.TurnId, finished.Outcome.ToString(), (long)draft.Clock.Elapsed.TotalMilliseconds, finished.Domain ?? "-", draft.Units.Count, draft.Units.Sum(u => u.Findings.Count));
        question.Answer.Update(s => s with
        {
            Stage = AnswerStage.Finished,
            Text = finished.Text,
            Citations = finished.Citations,
            Notices = finished.Notices,
            Finished = finished,
        });
    }

    private async Task<(AnswerOutcome Outcome, string? Failure)> EndAsync(QueuedQuestion question, AnswerDraft draft, Func<Task<AnswerOutcome>> answer, CancellationToken stoppingToken)
    {
        try
        {
            return (await answer().ConfigureAwait(false), null);
        }
        catch (OperationCanceledException) when (question.Answer.StopToken.IsCancellationRequested)
        {
            return (AnswerOutcome.Stopped, null);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return (AnswerOutcome.Interrupted, null);
        }
#pragma warning disable CA1031 // Whatever failed, the turn must end with a record of it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            logger.AnswerFailed(question.Answer.TurnId, draft.Clock.Current, exception);
            return (AnswerOutcome.Failed, $"{draft.Clock.Current}: {exception.GetType().Name}");
        }
    }
}
