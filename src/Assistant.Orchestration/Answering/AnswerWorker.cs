using Assistant.Core.Conversations;
using Assistant.Orchestration.Pipeline;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Assistant.Orchestration.Answering;

/// <summary>Makes the queued answers, a few at a time, independent of any browser.</summary>
internal sealed class AnswerWorker(
    AnswerService service,
    AnswerPipeline pipeline,
    IConversationStore conversations,
    IOptions<AnsweringOptions> options,
    TimeProvider time,
    ILogger<AnswerWorker> logger) : BackgroundService
{
    /// <summary>Ends what an earlier process left unfinished, before the first question of this one can be asked.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        var interrupted = await conversations.InterruptUnfinishedAsync(cancellationToken).ConfigureAwait(false);
        if (interrupted > 0)
        {
            logger.Interrupted(interrupted);
        }

        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.WhenAll(Enumerable.Range(0, options.Value.Concurrency).Select(_ => WorkAsync(stoppingToken))).ConfigureAwait(false);
    }

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        await foreach (var question in service.Questions.ReadAllAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                await pipeline.RunAsync(question, stoppingToken).ConfigureAwait(false);
            }
            finally
            {
                service.Finish();
                _ = ForgetLaterAsync(question.Answer, stoppingToken);
            }
        }
    }

    private async Task ForgetLaterAsync(LiveAnswer answer, CancellationToken stoppingToken)
    {
        await Task.Delay(options.Value.Retention, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        service.Forget(answer);
    }
}
