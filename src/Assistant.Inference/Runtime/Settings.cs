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
    Pooling? Pooling = null)
{
    // Tokens that one graph computes at once; more than this saves nothing on any back end.
    private const int MicroBatch = 512;

    /// <summary>CPU threads to use: as many as asked for, or one per core.</summary>
    public int ThreadsOrCores => Threads > 0 ? Threads : Environment.ProcessorCount;

    /// <summary>Most tokens of one graph. An encoder attends in both directions: it needs a text whole in one.</summary>
    public int MicroBatchTokens => Pooling is null ? Math.Min(MicroBatch, BatchTokens) : BatchTokens;
}

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
