using Assistant.Core.Policies;

namespace Assistant.Policies.Detectors.Matching;

/// <summary>
/// Finds listed terms and patterns. With required texts, a hit counts only when none of them stands in the text
/// or in what was shown before it.
/// </summary>
internal sealed class TextDetector(TermList? terms, IReadOnlyList<TextPattern> patterns, TermList? required) : IDetector
{
    public IReadOnlyList<Detection> Detect(PolicyCheck check, CancellationToken cancellationToken)
    {
        var found = new List<Detection>();
        if (terms is not null)
        {
            found.AddRange(terms.Find(check.Text).Select(m => new Detection(m.Start, m.Length, $"Listed term of {m.Length} characters.")));
        }

        foreach (var pattern in patterns)
        {
            cancellationToken.ThrowIfCancellationRequested();
            found.AddRange(pattern.Find(check.Text).Select(m => new Detection(m.Start, m.Length, $"Pattern {pattern.Name}.")));
        }

        return found.Count == 0 || required is null || !(required.IsIn(check.Text) || required.IsIn(check.Context.Preceding)) ? found : [];
    }
}
