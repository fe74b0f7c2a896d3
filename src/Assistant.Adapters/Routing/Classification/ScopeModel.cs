namespace Assistant.Adapters.Routing.Classification;

/// <summary>
/// The probability that a text belongs to any label at all: logistic regression over the signals of texts that the
/// model behind them had not seen.
/// </summary>
internal sealed class ScopeModel
{
    /// <summary>The share of out-of-scope questions that the probability assumes; the share among the examples says nothing about it.</summary>
    public const double OutOfScopeShare = 0.2;

    private const int Iterations = 600;
    private const double StepSize = 1;
    private const double Ridge = 1e-3;

    private readonly double[] means;
    private readonly double[] deviations;
    private readonly double[] weights; // one per signal, then the intercept

    private ScopeModel(IReadOnlyList<double[]> samples)
    {
        var signals = samples[0].Length;
        means = [.. Enumerable.Range(0, signals).Select(i => samples.Average(s => s[i]))];
        deviations = [.. Enumerable.Range(0, signals).Select(i => Math.Sqrt(samples.Average(s => Math.Pow(s[i] - means[i], 2)) + 1e-12))];
        weights = new double[signals + 1];
    }

    /// <summary>Fits the model; null when there is nothing to tell apart.</summary>
    public static ScopeModel? Fit(IReadOnlyList<double[]> inScope, IReadOnlyList<double[]> outOfScope)
    {
        if (inScope.Count == 0 || outOfScope.Count == 0)
        {
            return null;
        }

        var model = new ScopeModel([.. inScope, .. outOfScope]);
        double[][] positive = [.. inScope.Select(model.Standardize)];
        double[][] negative = [.. outOfScope.Select(model.Standardize)];
        for (var i = 0; i < Iterations; i++)
        {
            var gradient = new double[model.weights.Length];
            model.AddGradient(positive, 1, (1 - OutOfScopeShare) / positive.Length, gradient);
            model.AddGradient(negative, 0, OutOfScopeShare / negative.Length, gradient);
            for (var j = 0; j < gradient.Length; j++)
            {
                model.weights[j] -= StepSize * (gradient[j] + (Ridge * model.weights[j]));
            }
        }

        return model;
    }

    /// <summary>The probability, 0–1.</summary>
    public double Probability(double[] signals) => ProbabilityOf(Standardize(signals));

    private void AddGradient(double[][] samples, double target, double weight, double[] gradient)
    {
        foreach (var sample in samples)
        {
            var error = weight * (ProbabilityOf(sample) - target);
            for (var j = 0; j < sample.Length; j++)
            {
                gradient[j] += error * sample[j];
            }
        }
    }

    private double ProbabilityOf(double[] standardized)
    {
        var sum = 0.0;
        for (var j = 0; j < standardized.Length; j++)
        {
            sum += weights[j] * standardized[j];
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>Zero mean and unit variance, with a constant one behind for the intercept.</summary>
    private double[] Standardize(double[] signals) => [.. signals.Select((s, i) => (s - means[i]) / deviations[i]), 1];
}
