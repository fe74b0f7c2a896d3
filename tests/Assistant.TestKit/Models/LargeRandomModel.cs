namespace Assistant.TestKit.Models;

/// <summary>
/// A base with the dimensions of a real model of half a billion weights (Qwen2 0.5B as a llama decoder), Q8_0, and LoRAs
/// of rank 16 for it: as slow as the real thing, written in seconds. About 450 MB with the default vocabulary.
/// </summary>
public static class LargeRandomModel
{
    public static TinyModelOptions Options(int seed = 1, int vocabulary = 32_000, ModelSpeech speech = ModelSpeech.Random) => new()
    {
        Seed = seed,
        Speech = speech,
        Embedding = 896,
        Layers = 24,
        Heads = 14,
        KeyValueHeads = 2,
        FeedForward = 4864,
        Context = 32_768,
        Vocabulary = Vocabularies.Bpe(vocabulary, "qwen2"),
        Weights = WeightType.Q8_0,
        Name = "large-random",
    };

    /// <summary>A LoRA over all matrices of the blocks, F16, gentle enough to keep the text varied.</summary>
    public static TinyAdapterOptions Adapter(int seed) => new()
    {
        Seed = seed,
        Rank = 16,
        Alpha = 32,
        Strength = 0.2,
        Targets = ["attn_q", "attn_k", "attn_v", "attn_output", "ffn_gate", "ffn_up", "ffn_down"],
        Weights = WeightType.F16,
        Name = $"large-lora-{seed}",
    };
}
