using System.Numerics.Tensors;

namespace Assistant.Adapters.Routing.Classification;

internal static class Softmax
{
    /// <summary>Replaces logits by probabilities. The greatest logit is taken off first, because the exponential of a large one is infinite.</summary>
    public static void Apply(Span<float> logits)
    {
        TensorPrimitives.Subtract(logits, TensorPrimitives.Max<float>(logits), logits);
        TensorPrimitives.SoftMax<float>(logits, logits);
    }
}
