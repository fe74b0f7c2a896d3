namespace Assistant.Inference.Scheduling;

/// <summary>
/// Running requests that take turns with others as one: those with one adapter set that wait for their next token, or
/// those whose prompts are being computed, whatever their adapters.
/// </summary>
/// <param name="key">Key of the adapter set; null for the prompts.</param>
internal sealed class RequestGroup(string? key)
{
    public string? Key => key;

    public bool IsPrompts => key is null;

    public List<ActiveRequest> Members { get; } = [];

    /// <summary>Computing time left in this turn; negative when it took more.</summary>
    public TimeSpan Credit { get; set; }

    /// <summary>When it last computed, or appeared.</summary>
    public long LastServed { get; set; }
}
