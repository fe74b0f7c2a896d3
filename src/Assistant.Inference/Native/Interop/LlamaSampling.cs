using System.Runtime.InteropServices;

namespace Assistant.Inference.Native.Interop;

/// <summary>Samplers of llama.cpp.</summary>
internal static unsafe partial class LlamaSampling
{
    private const string Library = "llama";

    [LibraryImport(Library, EntryPoint = "llama_sampler_chain_init")]
    public static partial nint CreateChain(byte noPerformanceTimings);

    [LibraryImport(Library, EntryPoint = "llama_sampler_chain_add")]
    public static partial void Add(nint chain, nint sampler);

    [LibraryImport(Library, EntryPoint = "llama_sampler_free")]
    public static partial void Free(nint sampler);

    [LibraryImport(Library, EntryPoint = "llama_sampler_apply")]
    public static partial void Apply(nint sampler, TokenDataArray* candidates);

    [LibraryImport(Library, EntryPoint = "llama_sampler_accept")]
    public static partial void Accept(nint sampler, int token);

    [LibraryImport(Library, EntryPoint = "llama_sampler_init_greedy")]
    public static partial nint Greedy();

    [LibraryImport(Library, EntryPoint = "llama_sampler_init_dist")]
    public static partial nint Distribution(uint seed);

    [LibraryImport(Library, EntryPoint = "llama_sampler_init_top_k")]
    public static partial nint TopK(int k);

    [LibraryImport(Library, EntryPoint = "llama_sampler_init_top_p")]
    public static partial nint TopP(float p, nuint minimumKept);

    [LibraryImport(Library, EntryPoint = "llama_sampler_init_min_p")]
    public static partial nint MinP(float p, nuint minimumKept);

    [LibraryImport(Library, EntryPoint = "llama_sampler_init_temp")]
    public static partial nint Temperature(float temperature);

    [LibraryImport(Library, EntryPoint = "llama_sampler_init_penalties")]
    public static partial nint Penalties(int lastTokens, float repeat, float frequency, float presence);

    [LibraryImport(Library, EntryPoint = "llama_sampler_init_logit_bias")]
    public static partial nint Bias(int vocabularySize, int count, LogitBias* biases);

    [LibraryImport(Library, EntryPoint = "llama_sampler_init_grammar", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint Grammar(nint vocabulary, string grammar, string root);
}
