namespace Assistant.Inference.Validation;

/// <summary>
/// Sizes from the keys of an architecture. The bounds and relations are those that llama.cpp asserts, and so ends the
/// process over, while it loads a model or builds its graph.
/// </summary>
internal sealed record ModelShape(
    string Architecture, int Context, int Embedding, int Blocks, int Heads, int KeyValueHeads, int FeedForward, int Experts)
{
    private const int MostBlocks = 512;
    private const int MostExperts = 512;
    private const int Widest = 1 << 20;

    /// <summary>Numbers per head for keys and queries.</summary>
    public int KeyLength { get; private init; }

    /// <summary>Numbers per head for values.</summary>
    public int ValueLength { get; private init; }

    public int RopeDimensions { get; private init; }

    public PoolingType? Pooling { get; private init; }

    public bool IsCausal { get; private init; }

    /// <summary>Outputs of a classification head.</summary>
    public int Labels { get; private init; }

    public static ModelShape Read(FileCheck check, string architecture)
    {
        string Key(string name) => $"{architecture}.{name}";

        var blocks = check.Number(Key("block_count"), 1, MostBlocks);
        var heads = check.NumberPerBlock(Key("attention.head_count"), blocks, 4096, 0);
        var embedding = check.Number(Key("embedding_length"), 1, Widest);
        var shape = new ModelShape(
            architecture,
            check.Number(Key("context_length"), 1, 1 << 30),
            embedding,
            blocks,
            heads,
            check.NumberPerBlock(Key("attention.head_count_kv"), blocks, 4096, heads),
            check.NumberPerBlock(Key("feed_forward_length"), blocks, Widest, 0),
            check.Number(Key("expert_count"), 0, MostExperts, 0));
        var headLength = heads == 0 ? 0 : embedding / heads;
        var keyLength = check.Number(Key("attention.key_length"), 0, Widest, headLength);
        CheckExperts(check, Key, shape.Experts);
        CheckRope(check, Key);
        return shape with
        {
            KeyLength = keyLength,
            ValueLength = check.Number(Key("attention.value_length"), 0, Widest, headLength),
            RopeDimensions = check.Number(Key("rope.dimension_count"), 0, Widest, keyLength),
            Pooling = check.Metadata.Has(Key("pooling_type")) ? (PoolingType)check.Number(Key("pooling_type"), 0, 4) : null,
            IsCausal = check.Flag(Key("attention.causal"), fallback: true),
            Labels = CountLabels(check, Key("classifier.output_labels")),
        };
    }

    private static int CountLabels(FileCheck check, string key)
    {
        if (check.Metadata.TryGet<string[]>(key, out var labels))
            return Math.Max(1, labels.Length);
        check.Require(!check.Metadata.Has(key), key, "It must be an array of texts. Convert the model again with a current converter.");
        return 1;
    }

    private static void CheckExperts(FileCheck check, Func<string, string> key, int experts)
    {
        check.Number(key("expert_used_count"), Math.Min(experts, 1), experts, experts == 0 ? 0 : null);
        var groups = check.Number(key("expert_group_count"), 0, Math.Max(0, experts - 1), 0);
        if (groups <= 1)
            return;
        check.Require(experts % groups == 0, key("expert_group_count"), $"{experts} experts do not fall into {groups} groups. The model was converted wrongly: convert it again.");
        check.Number(key("expert_group_used_count"), 1, groups - 1);
    }

    private static void CheckRope(FileCheck check, Func<string, string> key)
    {
        check.Real(key("rope.freq_base"), 1e-3f, 1e12f, 10_000);
        check.Real(key("rope.scaling.factor"), 0, 1e6f, 0);
        check.Real(key("rope.scaling.attn_factor"), 0, 1e6f, 1);
        var scaling = check.Text(key("rope.scaling.type")) ?? "none";
        check.Require(scaling is "none" or "linear" or "yarn" or "longrope", key("rope.scaling.type"), "The method is unknown; none, linear, yarn and longrope are supported. Convert the model again with a current converter.");
    }
}
