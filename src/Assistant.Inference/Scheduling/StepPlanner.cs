namespace Assistant.Inference.Scheduling;

/// <summary>
/// Fills the batch of a group's turn. Of an adapter group: everyone's next token, with drafts. Of the prompts: chunks
/// of those with one adapter set, the shortest first, so that a short question is not held up by a long document.
/// </summary>
/// <param name="prefillChunk">Most prompt tokens in a step while somebody waits for a next token.</param>
/// <param name="mixes">
/// Computes next tokens along with prompts of the same adapters. On a GPU they ride along for nothing; on a CPU a mixed
/// batch was measured to take longer than the two apart.
/// </param>
internal sealed class StepPlanner(int prefillChunk, bool mixes)
{
    /// <param name="promptBudget">Most prompt tokens in this step.</param>
    public void Plan(StepPlan plan, RequestGroup group, GroupRotation groups, int promptBudget)
    {
        plan.Clear();
        if (!group.IsPrompts)
        {
            PlanNextTokens(plan, group.Members);
            return;
        }

        var prompts = group.Members.OrderBy(m => m.Pending).ThenBy(m => m.Admission).ToList();
        var key = prompts[0].Adapters.Key;
        if (mixes)
        {
            PlanNextTokens(plan, groups.Decoding(key));
        }

        foreach (var request in prompts.Where(p => p.Adapters.Key == key))
        {
            var tokens = Math.Min(request.Pending, Math.Min(promptBudget - plan.PromptTokens, plan.Batch.Room));
            if (tokens <= 0)
            {
                break;
            }

            plan.PromptTokens += tokens;
            Add(plan, request, tokens, []);
        }
    }

    /// <summary>Prompt tokens per step: all that fit when nobody waits for a next token, else a chunk.</summary>
    public int PromptBudget(IEnumerable<ActiveRequest> running, int batchTokens) =>
        running.Any(r => r.IsDecoding) ? Math.Min(prefillChunk, batchTokens) : batchTokens;

    private static void PlanNextTokens(StepPlan plan, IReadOnlyList<ActiveRequest> requests)
    {
        for (var i = 0; i < requests.Count; i++)
        {
            // Everyone's own token has its place before anyone's draft.
            var reserved = requests.Count - i;
            Add(plan, requests[i], 1, Draft(requests[i], plan.Batch.Room - reserved));
        }
    }

    private static int[] Draft(ActiveRequest request, int room)
    {
        var wanted = Math.Min(room, request.Request.MaxTokens - request.Generated - 1);
        return wanted <= 0 || request.Lookup is null ? [] : request.Lookup.Draft(wanted).ToArray();
    }

    private static void Add(StepPlan plan, ActiveRequest request, int tokens, int[] draft)
    {
        var all = request.Tokens;
        var sequence = request.Entry!.Sequence;
        var first = request.Computed;
        var endsText = first + tokens == all.Length;
        var last = 0;
        for (var i = 0; i < tokens; i++)
        {
            last = plan.Batch.Add(all[first + i], first + i, sequence, output: endsText && i == tokens - 1);
        }

        for (var i = 0; i < draft.Length; i++)
        {
            plan.Batch.Add(draft[i], first + tokens + i, sequence, output: true);
        }

        plan.Parts.Add(new PlannedTokens(request, tokens, draft, endsText ? last : null));
    }
}
