namespace Assistant.Inference.Scheduling;

/// <summary>
/// Fills a group's batch: the next token of everyone who waits for one, with drafts; then prompts in chunks, the
/// shortest first, so that a short question is not held up by a long document.
/// </summary>
internal sealed class StepPlanner(int prefillChunk)
{
    /// <param name="promptBudget">Most prompt tokens in this step.</param>
    public static void Plan(StepPlan plan, AdapterGroup group, int promptBudget)
    {
        plan.Clear();
        foreach (var request in group.Members.Where(m => m.IsDecoding))
        {
            // Everyone's own token has its place before anyone's draft.
            var reserved = group.Members.Count - plan.Parts.Count - 1;
            Add(plan, request, 1, Draft(request, plan.Batch.Room - reserved - 1));
        }

        foreach (var request in group.Members.Where(m => !m.IsDecoding).OrderBy(m => m.Pending).ThenBy(m => m.Admission))
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
