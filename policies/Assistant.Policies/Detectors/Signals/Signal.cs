using System.Text.RegularExpressions;

namespace Assistant.Policies.Detectors.Signals;

/// <summary>A pattern that speaks for what a rule looks for, and how strongly.</summary>
/// <param name="Weight">1 is proof on its own.</param>
internal sealed record Signal(string Name, double Weight, Regex Pattern);
