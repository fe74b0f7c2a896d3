using Assistant.Inference.Adapters;
using Assistant.Inference.Cache;
using Assistant.Inference.Runtime;

namespace Assistant.Inference.Scheduling;

/// <summary>Computes one step of a group. When the KV cache is full it evicts, then computes less, then preempts; it never fails all.</summary>
internal sealed class StepRunner(IRuntimeContext context, PrefixCache cache, StepPlanner planner, GroupRotation groups, Action<ActiveRequest> preempt)
{
    private readonly StepPlan plan = new(new TokenBatch(context.BatchTokens));
    private string? current;

    public long Switches { get; private set; }

    /// <summary>The requests of the step that was tried last.</summary>
    public IEnumerable<ActiveRequest> Tried => plan.Parts.Select(p => p.Request);

    /// <returns>The computed step; null when the group lost its last request to preemption.</returns>
    /// <exception cref="RuntimeException">The native library failed.</exception>
    public StepPlan? Run(RequestGroup group)
    {
        var budget = planner.PromptBudget(groups.Running, context.BatchTokens);
        while (group.Members.Count > 0)
        {
            planner.Plan(plan, group, groups, budget);
            Use(plan.Parts[0].Request.Adapters);
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

    private void Use(AdapterLease adapters)
    {
        if (current != adapters.Key)
        {
            context.SetAdapters(adapters.Weights);
            current = adapters.Key;
            Switches++;
        }
    }
}
