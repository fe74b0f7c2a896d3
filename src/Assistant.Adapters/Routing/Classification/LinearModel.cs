using System.Numerics.Tensors;

namespace Assistant.Adapters.Routing.Classification;

/// <summary>A vocabulary and the regression over it. Its last class stands for "none of the labels" where examples of that were given.</summary>
internal sealed class LinearModel
{
    public const int SignalCount = 5;

    private readonly Vocabulary vocabulary;
    private readonly SoftmaxRegression regression;
    private readonly int labels;
    private readonly bool knowsNone;

    private LinearModel(Vocabulary vocabulary, SoftmaxRegression regression, int labels, bool knowsNone)
    {
        this.vocabulary = vocabulary;
        this.regression = regression;
        this.labels = labels;
        this.knowsNone = knowsNone;
    }

    /// <param name="texts">Texts with the number of their label; <paramref name="labels"/> for "none".</param>
    /// <param name="labels">Number of labels.</param>
    public static LinearModel Train(IReadOnlyList<(TextFeatures Features, int Label)> texts, int labels, int seed, CancellationToken cancellationToken)
    {
        var vocabulary = new Vocabulary([.. texts.Select(t => t.Features)]);
        var knowsNone = texts.Any(t => t.Label == labels);
        var regression = SoftmaxRegression.Train(
            [.. texts.Select(t => vocabulary.Vectorize(t.Features))],
            [.. texts.Select(t => t.Label)],
            vocabulary.Size,
            labels + (knowsNone ? 1 : 0),
            seed,
            cancellationToken);
        return new LinearModel(vocabulary, regression, labels, knowsNone);
    }

    public Evidence Assess(TextFeatures features)
    {
        var vector = vocabulary.Vectorize(features);
        var scores = new float[labels + (knowsNone ? 1 : 0)];
        regression.Score(vector, scores);
        var logits = scores.AsSpan(0, labels);

        // The free energy of the labels (Liu et al. 2020) is high when at least one of them is firmly supported.
        var energy = LogSumExp(logits);
        return new Evidence(logits.ToArray(),
        [
            TensorPrimitives.Max<float>(logits) - LogSumExp(scores),
            energy,
            knowsNone ? scores[labels] - energy : 0,
            vector.UnknownShare,
            Math.Log(1 + features.Words.Count),
        ]);
    }

    private static double LogSumExp(ReadOnlySpan<float> values)
    {
        var max = TensorPrimitives.Max(values);
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += Math.Exp(value - max);
        }

        return max + Math.Log(sum);
    }
}
