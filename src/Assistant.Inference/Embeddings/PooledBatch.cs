using Assistant.Inference.Runtime;

namespace Assistant.Inference.Embeddings;

/// <summary>Computes many short texts in few decodes: as many whole texts at once as fit into a batch. Used by one caller at a time.</summary>
internal sealed class PooledBatch(IRuntimeContext context)
{
    private readonly TokenBatch batch = new(context.BatchTokens);

    /// <param name="texts">Tokens of each text, none longer than a batch.</param>
    /// <param name="cancellationToken">Looked at between decodes.</param>
    /// <returns>What the model gives for each text: an embedding, or the outputs of a reranker.</returns>
    public IReadOnlyList<float[]> Compute(IReadOnlyList<int[]> texts, CancellationToken cancellationToken)
    {
        List<float[]> results = [];
        while (results.Count < texts.Count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var sequences = Fill(texts, results.Count);
            if (context.Decode(batch) != DecodeStatus.Done)
            {
                throw new RuntimeException($"A batch of {batch.Count} tokens does not fit into the embedding context.");
            }

            for (var sequence = 0; sequence < sequences; sequence++)
            {
                results.Add(context.Embedding(sequence).ToArray());
                context.Truncate(sequence, 0);
            }
        }

        return results;
    }

    private int Fill(IReadOnlyList<int[]> texts, int first)
    {
        batch.Clear();
        var sequence = 0;
        while (first + sequence < texts.Count && sequence < context.MaxSequences && texts[first + sequence].Length <= batch.Room)
        {
            var text = texts[first + sequence];
            for (var position = 0; position < text.Length; position++)
            {
                batch.Add(text[position], position, sequence, output: true);
            }

            sequence++;
        }

        return sequence;
    }
}
