using Assistant.Core.Policies;
using Assistant.Policies.Reload;
using Assistant.Policies.Rules;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Assistant.Policies.Engine;

/// <summary>
/// Runs the rules that apply to a text side by side, each within its time. A rule that throws or runs out of its
/// time becomes a finding that withholds, and does not count as run.
/// </summary>
internal sealed class PolicyEngine(
    RuleStore store,
    IOptions<PolicyOptions> options,
    TimeProvider time,
    ILogger<PolicyEngine> logger) : IPolicyEngine
{
    public async ValueTask<PolicyVerdict> CheckAsync(PolicyCheck check, CancellationToken cancellationToken)
    {
        var rules = store.Current;
        var runs = rules.Rules.Where(r => r.AppliesTo(check)).Select(r => RunAsync(r, check, cancellationToken)).ToList();
        var results = await Task.WhenAll(runs).ConfigureAwait(false);
        return new PolicyVerdict(
            [.. results.SelectMany(r => r.Findings).OrderBy(f => f.Start)],
            [.. results.Where(r => r.RanToEnd).Select(r => r.RuleId)],
            rules.Hash);
    }

    private async Task<RuleResult> RunAsync(PolicyRule rule, PolicyCheck check, CancellationToken cancellationToken)
    {
        var timeout = rule.Timeout ?? options.Value.RuleTimeout;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            // A detector that does not listen to its token is left behind: its answer would come too late anyway.
            var detections = await Task.Run(() => rule.Detector.Detect(check, limit.Token), cancellationToken)
                .WaitAsync(timeout, time, cancellationToken)
                .ConfigureAwait(false);
            return new RuleResult(rule.Id, RanToEnd: true, [.. detections.Select(rule.ToFinding)]);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (TimeoutException)
        {
            await limit.CancelAsync().ConfigureAwait(false);
            logger.RuleTimedOut(rule.Id, timeout);
            return RuleResult.NotRun(rule, check, $"The rule did not end within {timeout}.");
        }
#pragma warning disable CA1031 // Whatever a detector throws, the text it was to check must not be shown.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            logger.RuleFailed(rule.Id, exception);
            return RuleResult.NotRun(rule, check, $"The rule failed: {exception.GetType().Name}.");
        }
    }

    private sealed record RuleResult(string RuleId, bool RanToEnd, IReadOnlyList<Finding> Findings)
    {
        public static RuleResult NotRun(PolicyRule rule, PolicyCheck check, string detail) => new(
            rule.Id,
            RanToEnd: false,
            [
                new Finding(
                    rule.Id,
                    PolicyAction.Withhold,
                    PolicySeverity.High,
                    0,
                    check.Text.Length,
                    check.Stage == PolicyStage.Input
                        ? "The question could not be checked, so it was not answered. Please ask again."
                        : "A sentence was left out because it could not be checked.",
                    detail,
                    OpensReview: true),
            ]);
    }
}
