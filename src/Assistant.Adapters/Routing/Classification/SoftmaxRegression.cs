using System.Numerics.Tensors;

namespace Assistant.Adapters.Routing.Classification;

/// <summary>
/// Multinomial logistic regression over sparse vectors, trained by stochastic gradient descent with one AdaGrad step
/// size per feature (Duchi et al. 2011) and a linear decay, which regularises by stopping early. It is own code because
/// Microsoft.ML's maximum-entropy trainers took ten times its processor time on the same texts and were less accurate.
/// </summary>
internal sealed class SoftmaxRegression
{
    /// <summary>Examples seen in the course of a training, each many times over in a small set.</summary>
    private const int Steps = 60_000;
    private const int FewestEpochs = 10;
    private const int MostEpochs = 40;

    private const float StepSize = 0.5f;
    private const float BiasStepSize = 0.05f;

    private readonly int classes;
    private readonly float[] weights; // one row of all classes per feature
    private readonly float[] bias;

    private SoftmaxRegression(int features, int classes)
    {
        this.classes = classes;
        weights = new float[features * classes];
        bias = new float[classes];
    }

    /// <summary>Writes the logit of every class to <paramref name="logits"/>.</summary>
    public void Score(SparseVector vector, Span<float> logits)
    {
        bias.CopyTo(logits);
        for (var j = 0; j < vector.Indices.Length; j++)
        {
            TensorPrimitives.MultiplyAdd(Row(vector.Indices[j]), vector.Values[j], logits, logits);
        }
    }

    /// <summary>The same vectors, labels and seed give the same model.</summary>
    /// <param name="labels">The class of each vector.</param>
    public static SoftmaxRegression Train(
        IReadOnlyList<SparseVector> vectors, IReadOnlyList<int> labels, int features, int classes, int seed, CancellationToken cancellationToken)
    {
        var model = new SoftmaxRegression(features, classes);
        var history = new float[features]; // sum of squared gradients per feature
        var gradient = new float[classes];
        var order = Enumerable.Range(0, vectors.Count).ToArray();
        var random = new Random(seed);
        var epochs = Math.Clamp(Steps / Math.Max(1, vectors.Count), FewestEpochs, MostEpochs);
        var steps = (float)epochs * vectors.Count;
        var step = 0;
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            random.Shuffle(order);
            foreach (var n in order)
            {
                model.Score(vectors[n], gradient);
                Softmax.Apply(gradient);
                gradient[labels[n]] -= 1;
                model.Update(vectors[n], gradient, history, 1 - (step++ / steps));
            }
        }

        return model;
    }

    private void Update(SparseVector vector, ReadOnlySpan<float> gradient, float[] history, float decay)
    {
        var squared = TensorPrimitives.SumOfSquares(gradient);
        if (squared == 0)
        {
            return;
        }

        TensorPrimitives.MultiplyAdd(gradient, -BiasStepSize * decay, bias, bias);
        for (var j = 0; j < vector.Indices.Length; j++)
        {
            var feature = vector.Indices[j];
            var value = vector.Values[j];
            history[feature] += value * value * squared;
            if (history[feature] > 0)
            {
                TensorPrimitives.MultiplyAdd(gradient, -StepSize * decay * value / MathF.Sqrt(history[feature]), Row(feature), Row(feature));
            }
        }
    }

    private Span<float> Row(int feature) => weights.AsSpan(feature * classes, classes);
}
