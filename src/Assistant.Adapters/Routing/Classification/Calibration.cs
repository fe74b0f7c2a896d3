namespace Assistant.Adapters.Routing.Classification;

/// <summary>Turns the evidence of a model into probabilities; fitted on texts that the model had not seen.</summary>
internal sealed class Calibration
{
    /// <summary>The share of in-scope texts that may fall below the threshold.</summary>
    private const double FalseRejection = 0.05;

    private readonly double temperature;
    private readonly ScopeModel? scope;

    /// <param name="inScope">Evidence of texts with a label, and that label.</param>
    /// <param name="outOfScope">Evidence of texts that belong to no label.</param>
    public Calibration(IReadOnlyList<(Evidence Evidence, int Label)> inScope, IReadOnlyList<Evidence> outOfScope)
    {
        temperature = Temperature.Fit([.. inScope.Select(t => (t.Evidence.Logits, t.Label))]);
        scope = ScopeModel.Fit([.. inScope.Select(t => t.Evidence.Signals)], [.. outOfScope.Select(e => e.Signals)]);
        double[] confidences = [.. inScope.Select(t => Apply(t.Evidence)).Select(p => p.InScope * p.Probabilities.Max()).Order()];
        Threshold = confidences[(int)(FalseRejection * confidences.Length)];
    }

    /// <summary>The confidence that all but a twentieth of the in-scope texts reach.</summary>
    public double Threshold { get; }

    public Prediction Apply(Evidence evidence) =>
        new(scope?.Probability(evidence.Signals) ?? 1, Temperature.Apply(evidence.Logits, temperature));
}
