using Assistant.Inference.Native.Interop;
using Assistant.Inference.Runtime;

namespace Assistant.Inference.Native;

/// <summary>
/// Compares the library's default parameters with those of the release that the structs were written for. Layouts
/// change between releases: a wrong library must be an error here and not corrupted memory later.
/// </summary>
internal static class BindingCheck
{
    /// <exception cref="RuntimeException">A field differs; the message names it.</exception>
    public static void Verify(NativeLibraryFolder folder)
    {
        var model = Llama.DefaultModelParameters();
        var context = Llama.DefaultContextParameters();
        (string Field, bool Agrees)[] fields =
        [
            ("n_gpu_layers", model.GpuLayers == -1),
            ("split_mode", model.SplitMode == 1),
            ("use_mmap", model is { VocabularyOnly: 0, MemoryMap: 1, DirectIo: 0, LockMemory: 0 }),
            ("use_extra_bufts", model is { CheckTensors: 0, ExtraBuffers: 1, NoHost: 0, NoAllocation: 0 }),
            ("n_ctx", context is { Cells: 512, BatchTokens: 2048, MicroBatchTokens: 512, MaxSequences: 1 }),
            ("n_rs_seq", context is { RecurrentSnapshots: 0, MaxOutputs: 0 }),
            ("n_threads", context.Threads > 0 && context.BatchThreads > 0),
            ("rope_scaling_type", context is { ContextType: 0, RopeScaling: -1, Pooling: -1, Attention: -1, FlashAttention: -1 }),
            ("yarn_beta_slow", context is { RopeFrequencyBase: 0, YarnExtension: -1, YarnBetaSlow: -1, YarnOriginalContext: 0, DefragmentThreshold: -1 }),
            ("type_k", context is { KeyType: 1, ValueType: 1, EvaluationCallback: 0, AbortCallback: 0 }),
            ("kv_unified", context is { Embeddings: 0, OffloadKeyValue: 1, NoPerformanceTimings: 1, OffloadOperations: 1, FullSlidingWindow: 1, UnifiedCache: 0 }),
            ("n_samplers", context is { Samplers: 0, SamplerCount: 0 }),
        ];
        var wrong = fields.Where(f => !f.Agrees).Select(f => f.Field).ToList();
        if (wrong.Count > 0)
        {
            throw new RuntimeException(
                $"llama.cpp {folder.Release} in {folder.Path} does not fit this binding: its defaults differ at {string.Join(", ", wrong)}. "
                + "Use the release that src/Assistant.Inference/npm/package.json pins.");
        }
    }
}
