using System.Runtime.CompilerServices;
using System.Text;
using Assistant.Core.Policies;
using Assistant.Text.Sentences;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Assistant.Orchestration.Gate;

/// <summary>
/// Holds the generated stream back until each unit (sentence or line) has been checked, and lets out only what
/// passed. A check that fails or runs out of time withholds its unit: nothing unchecked ever leaves.
/// </summary>
internal sealed class AnswerGate(
    IPolicyEngine policies,
    SentenceSplitter sentences,
    IOptions<GateOptions> options,
    ILogger<AnswerGate> logger)
{
    /// <summary>Id of the finding that stands for a check that did not run to its end.</summary>
    public const string CheckFailedRule = "gate.check-failed";

    /// <summary>Checks a stream unit by unit; ends after a unit that blocks, or at the length limit.</summary>
    public async IAsyncEnumerable<GatedUnit> ReleaseAsync(
        IAsyncEnumerable<string> chunks,
        PolicyContext context,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var released = new StringBuilder();
        await foreach (var unit in UnitsAsync(chunks, cancellationToken).ConfigureAwait(false))
        {
            var text = unit.Trim();
            if (text.Length == 0)
            {
                continue;
            }

            var verdict = await CheckAsync(text, context with { Preceding = released.ToString() }, cancellationToken).ConfigureAwait(false);
            var gated = GatedUnit.Apply(text, unit, verdict);
            released.Append(gated.Shown);
            yield return gated;
            if (gated.Action == PolicyAction.Block || released.Length > options.Value.MaxAnswerLength)
            {
                yield break;
            }
        }
    }

    private async IAsyncEnumerable<string> UnitsAsync(IAsyncEnumerable<string> chunks, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var held = new StringBuilder();
        await foreach (var chunk in chunks.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            held.Append(chunk);
            foreach (var unit in Cut(held, complete: false))
            {
                yield return unit;
            }
        }

        foreach (var unit in Cut(held, complete: true))
        {
            yield return unit;
        }
    }

    private List<string> Cut(StringBuilder held, bool complete)
    {
        var text = held.ToString();
        var units = new List<string>();
        var start = 0;
        while (start < text.Length && sentences.NextUnit(text.AsSpan(start), complete) is var length and > 0)
        {
            units.Add(text.Substring(start, length));
            start += length;
        }

        held.Remove(0, start);
        return units;
    }

    private async Task<PolicyVerdict> CheckAsync(string text, PolicyContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await policies.CheckAsync(new PolicyCheck(PolicyStage.Output, text, context), cancellationToken)
                .AsTask()
                .WaitAsync(options.Value.CheckTimeout, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever went wrong in a check, the unit it was for must not be shown.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            logger.CheckFailed(exception);
            return NotChecked(text, exception);
        }
    }

    private static PolicyVerdict NotChecked(string text, Exception exception) => new(
        [
            new Finding(
                CheckFailedRule,
                PolicyAction.Withhold,
                PolicySeverity.High,
                0,
                text.Length,
                "A sentence was left out because it could not be checked.",
                exception.GetType().Name,
                OpensReview: true),
        ],
        [],
        "");
}
