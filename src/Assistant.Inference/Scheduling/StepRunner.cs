using Assistant.Inference.Cache;
using Assistant.Inference.Runtime;

namespace Assistant.Inference.Scheduling;

/// <summary>Computes one step of a group. When the KV cache is full it evicts, then computes less, then preempts; it never fails all.</summary>
internal sealed class StepRunner(IRuntimeContext context, PrefixCache cache, StepPlanner planner, GroupRotation groups, Action<ActiveRequest> preempt)
{
    private readonly StepPlan plan = new(new TokenBatch(context.BatchTokens));
    private string? current;

    public long Switches { get; private set; }

    /// <returns>The computed step; null when the group lost its last request to preemption.</returns>
    /// <exception cref="RuntimeException">The native library failed.</exception>
    public StepPlan? Run(AdapterGroup group)
    {
        var budget = planner.PromptBudget(groups.Running, context.BatchTokens);
        while (group.Members.Count > 0)
        {
            StepPlanner.Plan(plan, group, budget);
            Use(group);
            if (context.Decode(plan.Batch) == DecodeStatus.Done)
            {
                return plan;
            }

            if (cache.EvictOldest())
            {
                continue;
            }

            if (plan.PromptTokens > 1)
            {
                budget = plan.PromptTokens / 2;
            }
            else if (groups.RunningCount == 1 && !plan.Parts.Any(p => p.Draft.Length > 0))
            {
                throw new RuntimeException($"One request does not fit into a KV cache of {context.Cells} tokens.");
            }
            else if (plan.Parts.FirstOrDefault(p => p.Draft.Length > 0).Request is { } drafting)
            {
                // Drafting is a luxury: without it there may be room.
                drafting.Lookup = null;
            }
            else
            {
                preempt(groups.Running.MaxBy(r => r.Admission)!);
            }
        }

        return null;
    }

    /// <summary>Stops using the current adapters, so that they can be freed.</summary>
    public void ReleaseAdapters()
    {
        context.SetAdapters([]);
        current = null;
    }

    private void Use(AdapterGroup group)
    {
        if (current != group.Key)
        {
            context.SetAdapters(group.Adapters.Weights);
            current = group.Key;
            Switches++;
        }
    }
}
