using System.Runtime.InteropServices;

namespace Assistant.Inference.Speculation;

/// <summary>
/// Drafts the next tokens of a sequence by copying what followed the last occurrence of its own suffix (prompt lookup
/// decoding, Saxena 2023). It only proposes: whoever verifies the draft against the model keeps the output exact.
/// <para>
/// Draft length: it starts at half of the most; doubles when a whole draft is accepted, and becomes half when none or
/// less than half of it is. After some drafts in a row without an accepted token, drafting pauses: 4 steps, then twice
/// as long each time up to the longest pause, until a draft is accepted again. Text that copies nothing thus costs next
/// to nothing.
/// </para>
/// Appending is amortised O(1): one hash entry for each n-gram length. Not thread-safe; one per sequence.
/// </summary>
internal sealed class PromptLookup(PromptLookupOptions options)
{
    private const int FirstPause = 4;

    // With the drawn token a draft of 3, 7 or 15 makes a batch of 4, 8 or 16: kernels compute a batch of 5 like one of 8.
    private const int FewestDrafted = 3;

    private readonly List<int> tokens = [];
    private readonly NgramIndex[] indexes =
        [.. Enumerable.Range(options.MinNgram, options.MaxNgram - options.MinNgram + 1).Reverse().Select(n => new NgramIndex(n))];

    private int length = Math.Max(1, options.MaxDraft / 2);
    private int failures;
    private int pause = FirstPause;
    private int pausedSteps;

    public PromptLookup()
        : this(PromptLookupOptions.Default)
    {
    }

    public int Count => this.tokens.Count;

    /// <summary>Most tokens that the next draft has.</summary>
    public int DraftLength => length;

    /// <summary>Adds a token of the prompt, or one that was generated and accepted.</summary>
    public void Append(int token)
    {
        this.tokens.Add(token);
        foreach (var index in indexes)
        {
            index.Extend(CollectionsMarshal.AsSpan(this.tokens));
        }
    }

    /// <summary>Proposes what follows the tokens so far. Call it once for each step of decoding.</summary>
    /// <param name="max">Most tokens wanted, for instance what is left of the answer's length.</param>
    /// <returns>The proposal, empty when there is none; valid until the next <see cref="Append"/>.</returns>
    public ReadOnlySpan<int> Draft(int max)
    {
        if (pausedSteps > 0)
        {
            pausedSteps--;
            return [];
        }
        var tokens = CollectionsMarshal.AsSpan(this.tokens);
        foreach (var index in indexes)
        {
            if (index.Find(tokens) is { } end)
            {
                return tokens.Slice(end, Math.Clamp(Math.Min(max, length), 0, tokens.Length - end));
            }
        }
        return [];
    }

    /// <summary>Says how a draft fared; it sets the length of the next ones.</summary>
    public void Report(int drafted, int accepted)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(accepted);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(accepted, drafted);
        if (drafted == 0)
        {
            return;
        }
        if (accepted == drafted)
        {
            length = Math.Min(options.MaxDraft, (2 * length) + 1);
        }
        else if (accepted * 2 < drafted)
        {
            length = Math.Max(Math.Min(FewestDrafted, options.MaxDraft), length / 2);
        }
        if (accepted > 0)
        {
            (failures, pause) = (0, FirstPause);
        }
        else if (++failures >= options.FailuresBeforePause)
        {
            (pausedSteps, pause) = (pause, Math.Min(options.LongestPause, pause * 2));
        }
    }
}
