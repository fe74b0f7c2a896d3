using Assistant.Policies.Detectors.Groundedness.Facts;

namespace Assistant.Policies.Detectors.Groundedness;

/// <summary>How much of a claim's content words stands in the evidence.</summary>
internal static class TermSupport
{
    private const int ShortestStem = 5;
    private const double Derived = 0.8;
    private const double Compounded = 0.6;
    private const int WindowUnits = 3;

    /// <summary>1 for the term itself, less for a derivation or a compound of it, 0 for nothing like it.</summary>
    public static double Match(string term, IReadOnlySet<string> evidence)
    {
        if (evidence.Contains(term))
        {
            return 1;
        }

        if (term.Length < ShortestStem)
        {
            return 0;
        }

        var best = 0.0;
        foreach (var other in evidence)
        {
            if (other.Length < ShortestStem)
            {
                continue;
            }

            var (shorter, longer) = term.Length < other.Length ? (term, other) : (other, term);
            if (longer.StartsWith(shorter, StringComparison.Ordinal))
            {
                return Derived;
            }

            if (longer.Contains(shorter, StringComparison.Ordinal))
            {
                best = Compounded;
            }
        }

        return best;
    }

    /// <summary>The share of the terms that the evidence holds, 0–1; 1 when there are no terms.</summary>
    public static double Coverage(IReadOnlyCollection<string> terms, IReadOnlySet<string> evidence) =>
        terms.Count == 0 ? 1 : terms.Sum(t => Match(t, evidence)) / terms.Count;

    /// <summary>
    /// The same for the few neighbouring units that hold most of a claim's terms and facts, and the index of the unit
    /// among them that holds most.
    /// </summary>
    public static (double Coverage, int Best) BestWindow(IReadOnlyCollection<string> terms, IReadOnlyList<Fact> facts, Evidence evidence)
    {
        var held = evidence.Units
            .Select(u => (Terms: terms.Where(u.Terms.Contains).ToList(), Facts: facts.Count(f => FactMatcher.Supports(f, u.Facts, evidence.Lower))))
            .ToList();
        if (held.Count == 0)
        {
            return (terms.Count == 0 ? 1 : 0, 0);
        }

        var first = Enumerable.Range(0, held.Count).MaxBy(i =>
        {
            var window = held.Skip(i).Take(WindowUnits).ToList();
            return window.SelectMany(u => u.Terms).Distinct(StringComparer.Ordinal).Count() + window.Max(u => u.Facts);
        });
        var units = evidence.Units.Skip(first).Take(WindowUnits).SelectMany(u => u.Terms).Concat(evidence.ContextTerms).ToHashSet(StringComparer.Ordinal);
        var best = Enumerable.Range(first, Math.Min(WindowUnits, held.Count - first)).MaxBy(i => held[i].Terms.Count + held[i].Facts);
        return (Coverage(terms, units), best);
    }
}
