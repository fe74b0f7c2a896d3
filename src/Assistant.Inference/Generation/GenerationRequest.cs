namespace Assistant.Inference.Generation;

/// <summary>One generation: a prompt, the adapters it runs with and how tokens are drawn.</summary>
public sealed record GenerationRequest
{
    /// <summary>Token ids; at least one.</summary>
    public required IReadOnlyList<int> Prompt { get; init; }

    /// <summary>Adapters with their scales, composed; none is the base model.</summary>
    public IReadOnlyList<AdapterChoice> Adapters { get; init; } = [];

    public SamplingParameters Sampling { get; init; } = new();

    /// <summary>Most tokens to generate.</summary>
    public int MaxTokens { get; init; } = 512;

    /// <summary>Texts that end the generation; they are not part of the output.</summary>
    public IReadOnlyList<string> Stop { get; init; } = [];

    /// <summary>Who asks: waiting requests are served fairly between users.</summary>
    public string User { get; init; } = "";

    /// <summary>Null, or how many most likely tokens to report beside each generated one (0–20).</summary>
    public int? TopLogprobs { get; init; }

    /// <summary>When the answer is of no use any more; null: never.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>Drafts continuations that occur in the prompt; the output is the same with and without.</summary>
    public bool PromptLookup { get; init; } = true;
}

/// <param name="Name">Name in the adapter pool, e.g. "hr@3".</param>
/// <param name="Scale">Strength; the file's own alpha / rank comes on top.</param>
public sealed record AdapterChoice(string Name, float Scale = 1);
