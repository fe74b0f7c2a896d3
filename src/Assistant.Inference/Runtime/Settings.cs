namespace Assistant.Inference.Runtime;

/// <param name="GpuLayers">Layers held by the GPU; negative: all. Without a GPU it has no effect.</param>
/// <param name="MainGpu">Index of the GPU to use when several are seen.</param>
/// <param name="MemoryMap">Map the file instead of reading it.</param>
/// <param name="LockMemory">Forbid swapping the weights out.</param>
internal sealed record ModelSettings(int GpuLayers = -1, int MainGpu = 0, bool MemoryMap = true, bool LockMemory = false);

/// <param name="Cells">KV cache size in tokens, over all sequences.</param>
/// <param name="BatchTokens">Most tokens of one decode.</param>
/// <param name="MaxSequences">Most sequences, running and cached (at most 256).</param>
/// <param name="Threads">CPU threads; 0: the physical cores.</param>
/// <param name="KeyValueType">Number format of the KV cache.</param>
/// <param name="Pooling">Null for text generation; else the context computes embeddings.</param>
internal sealed record ContextSettings(
    int Cells,
    int BatchTokens,
    int MaxSequences,
    int Threads = 0,
    KeyValueType KeyValueType = KeyValueType.F16,
    FlashAttention FlashAttention = FlashAttention.Auto,
    Pooling? Pooling = null);

public enum KeyValueType
{
    F32 = 0,
    F16 = 1,
    Q8 = 8,
}

/// <summary>
/// Attention without the whole score matrix: less memory, faster over long contexts. On the CPU its rounding depends on
/// the shape of the batch, so that close calls between two tokens may fall differently beside other requests.
/// </summary>
public enum FlashAttention
{
    Auto = -1,
    Off = 0,
    On = 1,
}

/// <summary>How token states become one embedding; values are llama.cpp's.</summary>
public enum Pooling
{
    FromModel = -1,
    Mean = 1,
    First = 2,
    Last = 3,
    Rank = 4,
}

/// <summary>What a sampler does; the defaults are plain greedy decoding.</summary>
/// <param name="Temperature">0: the most likely token.</param>
/// <param name="TopK">0: off.</param>
/// <param name="TopP">1: off.</param>
/// <param name="MinP">0: off.</param>
/// <param name="RepeatPenalty">1: off.</param>
/// <param name="PenaltyTokens">How many last tokens the penalties look at.</param>
/// <param name="Grammar">Validated GBNF with the start rule "root".</param>
internal sealed record SamplerSettings(
    float Temperature = 0,
    int TopK = 0,
    float TopP = 1,
    float MinP = 0,
    float RepeatPenalty = 1,
    float FrequencyPenalty = 0,
    float PresencePenalty = 0,
    int PenaltyTokens = 64,
    uint Seed = 0,
    string? Grammar = null,
    IReadOnlyDictionary<int, float>? LogitBias = null)
{
    public bool HasPenalties => RepeatPenalty != 1 || FrequencyPenalty != 0 || PresencePenalty != 0;

    /// <summary>The most likely token of the untouched logits: no chain is needed.</summary>
    public bool IsPlainGreedy => Temperature <= 0 && !HasPenalties && Grammar is null && LogitBias is null or { Count: 0 };
}
