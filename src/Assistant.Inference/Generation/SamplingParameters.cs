namespace Assistant.Inference.Generation;

/// <summary>How the next token is drawn; the defaults are greedy decoding.</summary>
public sealed record SamplingParameters
{
    /// <summary>0: the most likely token.</summary>
    public float Temperature { get; init; }

    /// <summary>Only the k most likely tokens; 0: off.</summary>
    public int TopK { get; init; }

    /// <summary>Only the most likely tokens with this total probability; 1: off.</summary>
    public float TopP { get; init; } = 1;

    /// <summary>Only tokens with at least this share of the best one's probability; 0: off.</summary>
    public float MinP { get; init; }

    /// <summary>Divides the logits of tokens seen lately; 1: off.</summary>
    public float RepeatPenalty { get; init; } = 1;

    public float FrequencyPenalty { get; init; }

    public float PresencePenalty { get; init; }

    /// <summary>How many last tokens the penalties look at.</summary>
    public int PenaltyTokens { get; init; } = 64;

    /// <summary>Same seed, same logits: same output.</summary>
    public uint Seed { get; init; }

    /// <summary>GBNF that the output must follow, with the start rule "root".</summary>
    public string? Grammar { get; init; }

    /// <summary>Added to the logits of these tokens.</summary>
    public IReadOnlyDictionary<int, float>? LogitBias { get; init; }

    internal bool HasPenalties => RepeatPenalty != 1 || FrequencyPenalty != 0 || PresencePenalty != 0;

    /// <summary>The most likely token of the untouched logits: no chain of samplers is needed.</summary>
    internal bool IsPlainGreedy => Temperature <= 0 && !HasPenalties && Grammar is null && LogitBias is null or { Count: 0 };
}
