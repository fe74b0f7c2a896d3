using Assistant.Policies.Detectors.Groundedness.Facts;

namespace Assistant.Policies.Detectors.Groundedness;

/// <summary>The passages that a claim cites, taken together.</summary>
internal sealed class Evidence
{
    public Evidence(IReadOnlyList<EvidenceText> texts)
    {
        Texts = texts;
        Units = [.. texts.SelectMany(t => t.Units)];
        Facts = [.. texts.SelectMany(t => t.Context.Facts), .. Units.SelectMany(u => u.Facts).Distinct()];
        Terms = [.. texts.SelectMany(t => t.Context.Terms), .. Units.SelectMany(u => u.Terms)];
        ContextTerms = [.. texts.SelectMany(t => t.Context.Terms)];
        Lower = string.Join('\n', texts.Select(t => t.Lower));
    }

    public IReadOnlyList<EvidenceText> Texts { get; }

    public IReadOnlyList<EvidenceUnit> Units { get; }

    public IReadOnlyList<Fact> Facts { get; }

    public HashSet<string> Terms { get; }

    public HashSet<string> ContextTerms { get; }

    public string Lower { get; }
}
