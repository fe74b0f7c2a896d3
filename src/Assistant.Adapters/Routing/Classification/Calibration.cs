namespace Assistant.Adapters.Routing.Classification;

/// <summary>Turns the evidence of a model into probabilities; fitted on texts that the model had not seen.</summary>
internal sealed class Calibration
{
    private readonly double temperature;
    private readonly ScopeModel? scope;

    /// <param name="inScope">Evidence of texts with a label, and that label.</param>
    /// <param name="outOfScope">Evidence of texts that belong to no label.</param>
    public Calibration(IReadOnlyList<(Evidence Evidence, int Label)> inScope, IReadOnlyList<Evidence> outOfScope)
    {
        temperature = Temperature.Fit([.. inScope.Select(t => (t.Evidence.Logits, t.Label))]);
        scope = ScopeModel.Fit([.. inScope.Select(t => t.Evidence.Signals)], [.. outOfScope.Select(e => e.Signals)]);
        var share = outOfScope.Count == 0 ? 0 : ScopeModel.OutOfScopeShare;
        Threshold = FindThreshold(
        [
            .. inScope.Select(t => Decide(t.Evidence, t.Label, (1 - share) / inScope.Count)),
            .. outOfScope.Select(e => Decide(e, -1, share / outOfScope.Count)),
        ]);
    }

    /// <summary>The confidence from which on deciding is right more often than wrong, to the greatest advantage.</summary>
    public double Threshold { get; }

    public Prediction Apply(Evidence evidence) =>
        new(scope?.Probability(evidence.Signals) ?? 1, Temperature.Apply(evidence.Logits, temperature));

    /// <summary>What deciding on a text would gain: its weight when right, minus its weight when wrong.</summary>
    private (double Confidence, double Gain) Decide(Evidence evidence, int label, double weight)
    {
        var prediction = Apply(evidence);
        var best = Array.IndexOf(prediction.Probabilities, prediction.Probabilities.Max());
        return (prediction.InScope * prediction.Probabilities[best], best == label ? weight : -weight);
    }

    private static double FindThreshold(IEnumerable<(double Confidence, double Gain)> decisions)
    {
        var (threshold, greatest, gain) = (1.0, 0.0, 0.0);
        foreach (var decision in decisions.OrderByDescending(d => d.Confidence))
        {
            gain += decision.Gain;
            if (gain > greatest)
            {
                (threshold, greatest) = (decision.Confidence, gain);
            }
        }

        return threshold;
    }
}
