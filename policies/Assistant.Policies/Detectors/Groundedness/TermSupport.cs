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

    /// <summary>The same for the best few neighbouring units, and the unit in them that covers most.</summary>
    public static (double Coverage, int Best) BestWindow(IReadOnlyCollection<string> terms, Evidence evidence)
    {
        var perUnit = evidence.Units.Select(u => terms.Where(t => u.Terms.Contains(t)).ToHashSet(StringComparer.Ordinal)).ToList();
        var (bestCount, bestAt) = (0, 0);
        for (var i = 0; i < perUnit.Count; i++)
        {
            var union = perUnit.Skip(i).Take(WindowUnits).SelectMany(t => t).Distinct(StringComparer.Ordinal).Count();
            if (union > bestCount)
            {
                (bestCount, bestAt) = (union, i);
            }
        }

        if (perUnit.Count == 0 || terms.Count == 0)
        {
            return (terms.Count == 0 ? 1 : 0, 0);
        }

        var window = evidence.Units.Skip(bestAt).Take(WindowUnits).SelectMany(u => u.Terms).Concat(evidence.ContextTerms).ToHashSet(StringComparer.Ordinal);
        var best = Enumerable.Range(bestAt, Math.Min(WindowUnits, perUnit.Count - bestAt)).MaxBy(i => perUnit[i].Count);
        return (Coverage(terms, window), best);
    }
}
