namespace Assistant.Adapters.Routing.Classification;

/// <summary>What a <see cref="LinearModel"/> sees in a text, before calibration.</summary>
/// <param name="Logits">One per label, uncalibrated.</param>
/// <param name="Signals">What tells whether the text belongs to any label: <see cref="LinearModel.SignalCount"/> values.</param>
internal sealed record Evidence(float[] Logits, double[] Signals);
