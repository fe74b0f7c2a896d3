namespace Assistant.TestKit.Models;

internal static class ModelMetadata
{
    public static IEnumerable<KeyValuePair<string, object>> Of(TinyModelOptions options)
    {
        var bert = options.Kind != ModelKind.Llama;
        var architecture = bert ? "bert" : "llama";
        yield return new("general.architecture", architecture);
        yield return new("general.type", "model");
        yield return new("general.name", options.Name);
        yield return new($"{architecture}.context_length", (uint)options.Context);
        yield return new($"{architecture}.embedding_length", (uint)options.Embedding);
        yield return new($"{architecture}.block_count", (uint)options.Layers);
        yield return new($"{architecture}.feed_forward_length", (uint)options.FeedForward);
        yield return new($"{architecture}.attention.head_count", (uint)options.Heads);
        if (bert)
        {
            yield return new("bert.attention.layer_norm_epsilon", 1e-6f);
            yield return new("bert.attention.causal", false);
            yield return new("bert.pooling_type", options.Kind == ModelKind.BertReranker ? 4u : 1u);
        }
        else
        {
            yield return new("llama.attention.head_count_kv", (uint)options.KeyValueHeads);
            yield return new("llama.attention.layer_norm_rms_epsilon", 1e-6f);
            yield return new("llama.rope.dimension_count", (uint)(options.Embedding / options.Heads));
            yield return new("llama.vocab_size", (uint)options.Vocabulary.Count);
        }
        foreach (var pair in options.Vocabulary.Metadata())
            yield return pair;
        if (options.ChatTemplate is { } template && !bert)
            yield return new("tokenizer.chat_template", template);
    }
}
