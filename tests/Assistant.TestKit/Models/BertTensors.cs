namespace Assistant.TestKit.Models;

/// <summary>Tensors of a BERT encoder, with a classification head for a reranker.</summary>
internal static class BertTensors
{
    public static IEnumerable<ModelTensor> Of(TinyModelOptions options)
    {
        long embedding = options.Embedding;
        long feedForward = options.FeedForward;

        ModelTensor Matrix(string name, long inputs, long outputs, double deviation) =>
            new(name, [inputs, outputs], RandomRows.Normal(options.Seed, name, deviation));

        IEnumerable<ModelTensor> Linear(string name, long inputs, long outputs) =>
            [Matrix($"{name}.weight", inputs, outputs, 1 / Math.Sqrt(inputs)), new($"{name}.bias", [outputs], RandomRows.Constant(0))];

        IEnumerable<ModelTensor> Norm(string name) =>
            [new($"{name}.weight", [embedding], RandomRows.Constant(1)), new($"{name}.bias", [embedding], RandomRows.Constant(0))];

        List<ModelTensor> tensors =
        [
            Matrix("token_embd.weight", embedding, options.Vocabulary.Count, 1),
            Matrix("token_types.weight", embedding, 2, 0.1),
            Matrix("position_embd.weight", embedding, options.Context, 0.1),
            .. Norm("token_embd_norm"),
        ];
        for (var layer = 0; layer < options.Layers; layer++)
        {
            foreach (var name in (string[])["attn_q", "attn_k", "attn_v", "attn_output"])
                tensors.AddRange(Linear($"blk.{layer}.{name}", embedding, embedding));
            tensors.AddRange(Norm($"blk.{layer}.attn_output_norm"));
            tensors.AddRange(Linear($"blk.{layer}.ffn_up", embedding, feedForward));
            tensors.AddRange(Linear($"blk.{layer}.ffn_down", feedForward, embedding));
            tensors.AddRange(Norm($"blk.{layer}.layer_output_norm"));
        }
        if (options.Kind == ModelKind.BertReranker)
        {
            tensors.AddRange(Linear("cls", embedding, embedding));
            tensors.AddRange(Linear("cls.output", embedding, 1));
        }
        return tensors;
    }
}
