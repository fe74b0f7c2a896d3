using System.ComponentModel.DataAnnotations;
using Assistant.Inference.Runtime;

namespace Assistant.Inference;

/// <summary>The engine's configuration, section "Inference".</summary>
public sealed record InferenceOptions
{
    public const string Section = "Inference";

    /// <summary>The base model (GGUF).</summary>
    public string? Model { get; init; }

    /// <summary>Adapters to load at start: name ("hr@3") → file (GGUF).</summary>
    public IReadOnlyDictionary<string, string> Adapters { get; init; } = new Dictionary<string, string>();

    /// <summary>An embedding model (GGUF); null: no embeddings.</summary>
    public string? Embedder { get; init; }

    /// <summary>A reranking model (GGUF); null: no reranking.</summary>
    public string? Reranker { get; init; }

    /// <summary>"auto", "cpu", "cuda", "vulkan" or "metal".</summary>
    [RegularExpression("auto|cpu|cuda|vulkan|metal")]
    public string Backend { get; init; } = "auto";

    /// <summary>Folder with the llama.cpp builds; null: "llama" beside the program.</summary>
    public string? Libraries { get; init; }

    /// <summary>Size of the KV cache (tokens), shared by all running and cached sequences.</summary>
    [Range(256, 16_777_216)]
    public int ContextTokens { get; init; } = 16_384;

    /// <summary>Most tokens computed in one step.</summary>
    [Range(16, 8_192)]
    public int BatchTokens { get; init; } = 512;

    /// <summary>Most prompt tokens computed in one step while others wait for their next token: lower is a steadier pace, higher more throughput.</summary>
    [Range(8, 8_192)]
    public int PrefillChunk { get; init; } = 512;

    /// <summary>Most requests running at once.</summary>
    [Range(1, 128)]
    public int MaxRunning { get; init; } = 16;

    /// <summary>Most requests waiting; more are refused.</summary>
    [Range(0, 100_000)]
    public int MaxQueue { get; init; } = 128;

    /// <summary>
    /// Most prefixes kept in the KV cache beside the running sequences; the others go to host memory. Null: 48 on a GPU,
    /// 0 on a CPU, where host memory is as near and idle prefixes slow every step down.
    /// </summary>
    [Range(0, 120)]
    public int? CachedPrefixes { get; init; }

    /// <summary>Host memory for prefixes that had to leave the KV cache (MiB).</summary>
    [Range(0, 1_048_576)]
    public int HostCacheMegabytes { get; init; } = 1024;

    /// <summary>Time that an adapter's group computes for each of its requests before the next group's turn (ms).</summary>
    [Range(1, 10_000)]
    public int QuantumMilliseconds { get; init; } = 100;

    /// <summary>An adapter's group that waited longer than this gets a step before all others (ms).</summary>
    [Range(1, 60_000)]
    public int LongestWaitMilliseconds { get; init; } = 1_000;

    /// <summary>CPU threads; 0: one per core.</summary>
    [Range(0, 1_024)]
    public int Threads { get; init; }

    /// <summary>Layers on the GPU; -1: all.</summary>
    [Range(-1, 10_000)]
    public int GpuLayers { get; init; } = -1;

    /// <summary>Number format of the KV cache.</summary>
    public KeyValueType KeyValueType { get; init; } = KeyValueType.F16;

    /// <summary>"Auto", "On" or "Off".</summary>
    public FlashAttention FlashAttention { get; init; } = FlashAttention.Auto;
}
