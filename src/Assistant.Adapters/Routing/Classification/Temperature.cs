using System.Numerics.Tensors;

namespace Assistant.Adapters.Routing.Classification;

/// <summary>Temperature scaling (Guo et al. 2017): logits are divided by the one number that makes their softmax honest.</summary>
internal static class Temperature
{
    private const double Lowest = 0.02;
    private const double Highest = 50;
    private const int Iterations = 60;

    /// <summary>The temperature with the least negative log-likelihood, by golden-section search over its logarithm.</summary>
    /// <param name="samples">Logits of texts that the model had not seen, with the right class.</param>
    public static double Fit(IReadOnlyList<(float[] Logits, int Label)> samples)
    {
        var golden = (Math.Sqrt(5) - 1) / 2;
        var (low, high) = (Math.Log(Lowest), Math.Log(Highest));
        for (var i = 0; i < Iterations; i++)
        {
            var left = high - (golden * (high - low));
            var right = low + (golden * (high - low));
            if (Loss(samples, Math.Exp(left)) < Loss(samples, Math.Exp(right)))
            {
                high = right;
            }
            else
            {
                low = left;
            }
        }

        return Math.Exp((low + high) / 2);
    }

    /// <summary>The softmax of the logits at a temperature.</summary>
    public static float[] Apply(ReadOnlySpan<float> logits, double temperature)
    {
        var probabilities = new float[logits.Length];
        TensorPrimitives.Divide(logits, (float)temperature, probabilities);
        Softmax.Apply(probabilities);
        return probabilities;
    }

    private static double Loss(IReadOnlyList<(float[] Logits, int Label)> samples, double temperature) =>
        -samples.Sum(s => Math.Log(Math.Max(Apply(s.Logits, temperature)[s.Label], 1e-12)));
}
