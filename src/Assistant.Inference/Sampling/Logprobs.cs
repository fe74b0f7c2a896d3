using System.Numerics.Tensors;

namespace Assistant.Inference.Sampling;

/// <summary>Probabilities of the model itself, before temperature, penalties and truncation.</summary>
internal static class Logprobs
{
    /// <summary>log Σ exp(logit): subtract it from a logit to get the token's log probability.</summary>
    public static float LogNormalizer(ReadOnlySpan<float> logits)
    {
        var max = TensorPrimitives.Max(logits);
        var sum = 0.0;
        foreach (var logit in logits)
        {
            sum += Math.Exp(logit - max);
        }

        return max + (float)Math.Log(sum);
    }

    /// <summary>The most likely tokens, best first.</summary>
    public static IReadOnlyList<(int Token, float Logprob)> Top(ReadOnlySpan<float> logits, int count, float normalizer)
    {
        // The least of the best so far comes out first.
        var best = new PriorityQueue<int, float>(count + 1);
        for (var token = 0; token < logits.Length && count > 0; token++)
        {
            if (best.Count < count)
            {
                best.Enqueue(token, logits[token]);
            }
            else if (best.TryPeek(out _, out var least) && logits[token] > least)
            {
                best.DequeueEnqueue(token, logits[token]);
            }
        }

        var top = new (int, float)[best.Count];
        for (var i = top.Length - 1; i >= 0; i--)
        {
            var token = best.Dequeue();
            top[i] = (token, logits[token] - normalizer);
        }

        return top;
    }
}
