namespace Assistant.Policies.Detectors.Groundedness;

/// <summary>How well a claim is supported by the passages it cites.</summary>
/// <param name="Score">0–1; 1 for a verbatim quote.</param>
/// <param name="Contradictions">What is wrong or in no passage: any of them makes the claim unsupported.</param>
/// <param name="Doubts">What may be wrong: any of them makes the claim uncertain.</param>
internal sealed record Assessment(double Score, IReadOnlyList<string> Contradictions, IReadOnlyList<string> Doubts)
{
    public static Assessment Quote { get; } = new(1, [], []);
}
