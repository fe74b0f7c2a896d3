using System.Numerics.Tensors;
using Assistant.Benchmarks.Load;
using Assistant.Inference.Runtime;

namespace Assistant.Benchmarks.Scenarios;

/// <summary>Greedy decoding with nothing around llama_decode: all prompts in full batches, then all sequences together.</summary>
internal sealed class DecodeLoop(IRuntimeContext context)
{
    private readonly TokenBatch batch = new(context.BatchTokens);

    public void Run(IReadOnlyList<int[]> prompts, int tokens, IReadOnlyList<Recording> recordings)
    {
        var next = new int[prompts.Count];
        Prefill(prompts, next, recordings);
        for (var step = 1; step < tokens; step++)
        {
            batch.Clear();
            for (var sequence = 0; sequence < prompts.Count; sequence++)
            {
                batch.Add(next[sequence], prompts[sequence].Length + step - 1, sequence, output: true);
            }

            Decode();
            for (var sequence = 0; sequence < prompts.Count; sequence++)
            {
                next[sequence] = Draw(sequence, recordings[sequence]);
            }
        }

        for (var sequence = 0; sequence < prompts.Count; sequence++)
        {
            context.Truncate(sequence, 0);
            recordings[sequence].Counts = new TokenCounts(prompts[sequence].Length, 0, tokens);
        }
    }

    private void Prefill(IReadOnlyList<int[]> prompts, int[] next, IReadOnlyList<Recording> recordings)
    {
        batch.Clear();
        List<(int Sequence, int Index)> ended = [];
        for (var sequence = 0; sequence < prompts.Count; sequence++)
        {
            var prompt = prompts[sequence];
            for (var position = 0; position < prompt.Length; position++)
            {
                var last = position == prompt.Length - 1;
                var index = batch.Add(prompt[position], position, sequence, output: last);
                if (last)
                {
                    ended.Add((sequence, index));
                }

                if (batch.Room == 0 || (last && sequence == prompts.Count - 1))
                {
                    Decode();
                    ended.ForEach(e => next[e.Sequence] = Draw(e.Index, recordings[e.Sequence]));
                    ended.Clear();
                    batch.Clear();
                }
            }
        }
    }

    private void Decode()
    {
        if (context.Decode(batch) != DecodeStatus.Done)
        {
            throw new UsageException("The sequences do not fit into the KV cache: raise --context.");
        }
    }

    private int Draw(int index, Recording recording)
    {
        recording.Add("");
        return TensorPrimitives.IndexOfMax(context.Logits(index));
    }
}
