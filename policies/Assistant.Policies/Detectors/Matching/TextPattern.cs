using System.Text.RegularExpressions;
using Assistant.Text.Sentences;

namespace Assistant.Policies.Detectors.Matching;

/// <summary>A named pattern; what counts is its group "value", or all of it when there is none.</summary>
/// <param name="MinEntropy">Shannon entropy that the value must have, in bits per character; 0 for any.</param>
internal sealed record TextPattern(string Name, Regex Pattern, double MinEntropy)
{
    private const string ValueGroup = "value";

    public IEnumerable<TextSpan> Find(string text) => Pattern.Matches(text)
        .Select(m => m.Groups[ValueGroup] is { Success: true } group ? group : (Capture)m)
        .Where(c => MinEntropy <= 0 || Entropy(c.ValueSpan) >= MinEntropy)
        .Select(c => new TextSpan(c.Index, c.Length));

    /// <summary>−Σ p(c) log₂ p(c) over the characters.</summary>
    internal static double Entropy(ReadOnlySpan<char> value)
    {
        var counts = new Dictionary<char, int>();
        foreach (var c in value)
        {
            counts[c] = counts.GetValueOrDefault(c) + 1;
        }

        var length = (double)value.Length;
        return counts.Values.Sum(n => -(n / length) * Math.Log2(n / length));
    }
}
