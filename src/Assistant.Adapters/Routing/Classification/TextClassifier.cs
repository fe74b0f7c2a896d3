using Assistant.Text.Analysis;

namespace Assistant.Adapters.Routing.Classification;

/// <summary>A trained and calibrated classifier. Thread-safe.</summary>
internal sealed class TextClassifier(
    IReadOnlyList<string> labels,
    LinearModel model,
    Calibration calibration,
    TextAnalyzer analyzer)
{
    /// <summary>The labels, in ordinal order.</summary>
    public IReadOnlyList<string> Labels { get; } = labels;

    /// <summary>The confidence below which it is better not to decide.</summary>
    public double Threshold => calibration.Threshold;

    public Prediction Predict(string text) => calibration.Apply(model.Assess(TextFeatures.Of(text, analyzer)));
}

/// <param name="InScope">Probability that the text belongs to any label, 0–1.</param>
/// <param name="Probabilities">Probability of each label, given that the text belongs to one; they add up to 1.</param>
internal sealed record Prediction(double InScope, float[] Probabilities);
