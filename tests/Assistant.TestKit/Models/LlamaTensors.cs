namespace Assistant.TestKit.Models;

/// <summary>
/// Tensors of a llama decoder. Inputs of every matrix have unit variance after normalisation, so a deviation of
/// 1/√in keeps the output's variance at one; the factors below make attention choose, blocks matter and logits differ.
/// </summary>
internal static class LlamaTensors
{
    private const double AttentionGain = 2;
    private const double BlockGain = 2;
    private const double LogitGain = 4;

    public static IEnumerable<ModelTensor> Of(TinyModelOptions options)
    {
        if (options is { Speech: ModelSpeech.Successor, TiedOutput: true })
            throw new ArgumentException("A model whose tokens have successors needs its own output matrix.", nameof(options));
        long embedding = options.Embedding;
        long keyValue = embedding / options.Heads * options.KeyValueHeads;
        long feedForward = options.FeedForward;
        // With successors the blocks are there for their cost only.
        var blockGain = options.Speech == ModelSpeech.Successor ? 0.02 : BlockGain;
        yield return new("token_embd.weight", [embedding, options.Vocabulary.Count], Embeddings(options));
        // With a tied output, random signs keep the token just read from being the likeliest next.
        yield return new("output_norm.weight", [embedding], options.TiedOutput
            ? RandomRows.Signs(options.Seed, "output_norm.weight", (float)(LogitGain / Math.Sqrt(embedding)))
            : RandomRows.Constant(1));
        if (!options.TiedOutput)
            yield return new("output.weight", [embedding, options.Vocabulary.Count], Outputs(options));
        for (var layer = 0; layer < options.Layers; layer++)
        {
            ModelTensor Matrix(string name, long inputs, long outputs, double gain) =>
                new($"blk.{layer}.{name}.weight", [inputs, outputs],
                    RandomRows.Normal(options.Seed, $"blk.{layer}.{name}.weight", gain / Math.Sqrt(inputs)));

            yield return new($"blk.{layer}.attn_norm.weight", [embedding], RandomRows.Constant(1));
            yield return Matrix("attn_q", embedding, embedding, AttentionGain);
            yield return Matrix("attn_k", embedding, keyValue, AttentionGain);
            yield return Matrix("attn_v", embedding, keyValue, 1);
            yield return Matrix("attn_output", embedding, embedding, blockGain);
            yield return new($"blk.{layer}.ffn_norm.weight", [embedding], RandomRows.Constant(1));
            yield return Matrix("ffn_gate", embedding, feedForward, 1);
            yield return Matrix("ffn_up", embedding, feedForward, 1);
            yield return Matrix("ffn_down", feedForward, embedding, blockGain);
        }
    }

    private static RowSource Embeddings(TinyModelOptions options)
    {
        var rows = RandomRows.Normal(options.Seed, "token_embd.weight", 1);
        return options.TiedOutput ? OnlyReadable(options, rows) : rows;
    }

    private static RowSource Outputs(TinyModelOptions options)
    {
        var deviation = LogitGain / Math.Sqrt(options.Embedding);
        if (options.Speech == ModelSpeech.Random)
            return OnlyReadable(options, RandomRows.Normal(options.Seed, "output.weight", deviation));

        // The output row of a token is the embedding of the token before it in the cycle.
        var embeddings = RandomRows.Normal(options.Seed, "token_embd.weight", deviation);
        var cycle = TinyModel.SuccessorCycle(options);
        var before = Enumerable.Range(0, options.Vocabulary.Count).ToArray();
        for (var place = 0; place < cycle.Length; place++)
            before[cycle[(place + 1) % cycle.Length]] = cycle[place];
        return OnlyReadable(options, (row, destination) => embeddings(before[row], destination));
    }

    /// <summary>Tokens that are no readable text get logits near zero, so that they are never the likeliest.</summary>
    private static RowSource OnlyReadable(TinyModelOptions options, RowSource rows) => (row, destination) =>
    {
        rows(row, destination);
        if (options.Vocabulary.IsReadable((int)row))
            return;
        foreach (ref var value in destination)
            value *= 0.02f;
    };
}
