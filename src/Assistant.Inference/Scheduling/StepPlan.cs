using Assistant.Inference.Runtime;

namespace Assistant.Inference.Scheduling;

/// <summary>One decode: the batch, and which request each part of it belongs to.</summary>
internal sealed class StepPlan(TokenBatch batch)
{
    public TokenBatch Batch => batch;

    public List<PlannedTokens> Parts { get; } = [];

    /// <summary>Prompt tokens in the batch.</summary>
    public int PromptTokens { get; set; }

    public void Clear()
    {
        batch.Clear();
        Parts.Clear();
        PromptTokens = 0;
    }
}

/// <param name="Tokens">Tokens of the request's own text that the step computes.</param>
/// <param name="Draft">Proposed tokens that follow them.</param>
/// <param name="LogitsAt">Batch index of the last own token; the draft's follow. Null when the prompt goes on.</param>
internal readonly record struct PlannedTokens(ActiveRequest Request, int Tokens, int[] Draft, int? LogitsAt);
