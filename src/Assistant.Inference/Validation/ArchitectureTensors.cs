namespace Assistant.Inference.Validation;

/// <summary>The tensors of the architectures that are checked one by one, as llama.cpp's loader asks for them.</summary>
internal static class ArchitectureTensors
{
    public static bool Knows(string architecture) => architecture is "llama" or "qwen2" or "qwen3" or "bert";

    public static IEnumerable<ExpectedTensor> Of(ModelShape shape, int vocabulary, int tokenTypes) =>
        shape.Architecture == "bert" ? Encoder(shape, vocabulary, tokenTypes) : Decoder(shape, vocabulary);

    private static IEnumerable<ExpectedTensor> Decoder(ModelShape shape, int vocabulary)
    {
        long embedding = shape.Embedding;
        long feedForward = shape.FeedForward;
        long query = (long)shape.Heads * shape.KeyLength;
        yield return new("token_embd.weight", true, embedding, vocabulary);
        yield return new("output_norm.weight", true, embedding);
        yield return new("output.weight", false, embedding, vocabulary);
        yield return new("output.bias", false, vocabulary);
        yield return new("cls.output.weight", false, embedding, shape.Labels);
        yield return new("rope_freqs.weight", false, shape.RopeDimensions / 2);
        for (var block = 0; block < shape.Blocks; block++)
        {
            var prefix = $"blk.{block}";
            yield return new($"{prefix}.attn_norm.weight", true, embedding);
            yield return new($"{prefix}.attn_output.weight", true, query, embedding);
            yield return new($"{prefix}.attn_output.bias", false, embedding);
            yield return new($"{prefix}.ffn_norm.weight", true, embedding);
            if (shape.Architecture == "qwen3")
            {
                yield return new($"{prefix}.attn_q_norm.weight", true, shape.KeyLength);
                yield return new($"{prefix}.attn_k_norm.weight", true, shape.KeyLength);
            }
            foreach (var tensor in FeedForward(prefix, embedding, feedForward, shape.Experts))
                yield return tensor;
        }
    }

    private static IEnumerable<ExpectedTensor> FeedForward(string prefix, long embedding, long feedForward, long experts)
    {
        if (experts > 0)
        {
            yield return new($"{prefix}.ffn_gate_inp.weight", true, embedding, experts);
            yield return new($"{prefix}.ffn_gate_exps.weight", true, embedding, feedForward, experts);
            yield return new($"{prefix}.ffn_down_exps.weight", true, feedForward, embedding, experts);
            yield return new($"{prefix}.ffn_up_exps.weight", true, embedding, feedForward, experts);
            yield break;
        }
        yield return new($"{prefix}.ffn_gate.weight", true, embedding, feedForward);
        yield return new($"{prefix}.ffn_down.weight", true, feedForward, embedding);
        yield return new($"{prefix}.ffn_up.weight", true, embedding, feedForward);
        yield return new($"{prefix}.ffn_gate.bias", false, feedForward);
        yield return new($"{prefix}.ffn_down.bias", false, embedding);
        yield return new($"{prefix}.ffn_up.bias", false, feedForward);
    }

    private static IEnumerable<ExpectedTensor> Encoder(ModelShape shape, int vocabulary, int tokenTypes)
    {
        long embedding = shape.Embedding;
        long feedForward = shape.FeedForward;
        yield return new("token_embd.weight", true, embedding, vocabulary);
        yield return new("token_types.weight", false, embedding, tokenTypes);
        yield return new("position_embd.weight", true, embedding, shape.Context);
        yield return new("token_embd_norm.weight", true, embedding);
        yield return new("token_embd_norm.bias", true, embedding);
        yield return new("cls.weight", false, embedding, embedding);
        yield return new("cls.bias", false, embedding);
        yield return new("cls.output.weight", false, embedding, shape.Labels);
        yield return new("cls.output.bias", false, shape.Labels);
        for (var block = 0; block < shape.Blocks; block++)
        {
            var prefix = $"blk.{block}";
            yield return new($"{prefix}.attn_output.weight", true, embedding, embedding);
            yield return new($"{prefix}.attn_output.bias", false, embedding);
            yield return new($"{prefix}.attn_output_norm.weight", true, embedding);
            yield return new($"{prefix}.attn_output_norm.bias", true, embedding);
            yield return new($"{prefix}.ffn_up.weight", true, embedding, feedForward);
            yield return new($"{prefix}.ffn_up.bias", false, feedForward);
            yield return new($"{prefix}.ffn_down.weight", true, feedForward, embedding);
            yield return new($"{prefix}.ffn_down.bias", false, embedding);
            yield return new($"{prefix}.layer_output_norm.weight", true, embedding);
            yield return new($"{prefix}.layer_output_norm.bias", true, embedding);
        }
    }

    /// <summary>Query, key and value of a block: three matrices, or one that holds all of them.</summary>
    public static IEnumerable<ExpectedTensor> Attention(ModelShape shape, int block, bool fused)
    {
        var query = (long)shape.Heads * shape.KeyLength;
        var key = (long)shape.KeyValueHeads * shape.KeyLength;
        var value = (long)shape.KeyValueHeads * shape.ValueLength;
        (string Name, long Outputs)[] parts = fused
            ? [("attn_qkv", query + key + value)]
            : [("attn_q", query), ("attn_k", key), ("attn_v", value)];
        foreach (var (name, outputs) in parts)
        {
            yield return new($"blk.{block}.{name}.weight", true, shape.Embedding, outputs);
            yield return new($"blk.{block}.{name}.bias", false, outputs);
        }
    }
}
