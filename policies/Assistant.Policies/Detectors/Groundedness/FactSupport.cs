using Assistant.Policies.Detectors.Groundedness.Facts;

namespace Assistant.Policies.Detectors.Groundedness;

/// <summary>Whether the numbers, dates, times and identifiers of a claim stand in the evidence, and belong to what the claim says.</summary>
internal static class FactSupport
{
    private const int Reach = 3;
    private const int Adjacent = 2;

    public static IEnumerable<string> Contradictions(Claim claim, Evidence evidence)
    {
        var anchors = RowAnchors(claim, evidence);
        foreach (var fact in claim.Facts)
        {
            var shown = claim.Text.Substring(fact.Start, fact.Length);
            if (!FactMatcher.Supports(fact, evidence.Facts, evidence.Lower))
            {
                yield return $"\"{shown}\" is in no cited passage.";
            }
            else if (anchors.Count > 0 && fact is not IdentifierFact && !InAnchoredUnit(fact, anchors, evidence))
            {
                yield return $"\"{shown}\" stands in another row than the claim is about.";
            }
        }
    }

    /// <summary>
    /// Numbers that the evidence has, but where it speaks of what the claim speaks of, it has another one: "30 days may
    /// be carried over" where 5 days may, and 30 is the entitlement.
    /// </summary>
    public static IEnumerable<string> Doubts(Claim claim, Evidence evidence, EvidenceUnit? best)
    {
        foreach (var number in claim.Facts.OfType<NumberFact>().Where(n => n.Unit == NumberUnit.None))
        {
            if (claim.Tokens.FirstOrDefault(t => t.Start >= number.End) is not { Term: { } counted } token || token.Start - number.End > Adjacent)
            {
                continue;
            }

            if (CountsOther(number, counted, evidence.Units, evidence.Lower) || (best is not null && CountsOther(number, counted, [best], evidence.Lower)))
            {
                yield return $"\"{claim.Text.Substring(number.Start, number.Length)}\" counts something else in the passage.";
            }
        }
    }

    private static bool CountsOther(NumberFact claim, string counted, IReadOnlyList<EvidenceUnit> units, string text)
    {
        var counting = units
            .SelectMany(u => u.Facts.OfType<NumberFact>().Select(n => (Number: n, Near: Near(u, n))))
            .Where(n => n.Near.Contains(counted))
            .Select(n => n.Number)
            .ToList();
        return counting.Count > 0 && !counting.Any(n => FactMatcher.Matches(claim, n, text));
    }

    /// <summary>Terms of the claim that single rows of a table hold, such as "Germany", and not its header or the prose around it.</summary>
    private static HashSet<string> RowAnchors(Claim claim, Evidence evidence)
    {
        var rows = evidence.Units.Where(u => u.IsRow).ToList();
        if (rows.Count < 2)
        {
            return [];
        }

        return claim.Tokens.Select(t => t.Term)
            .Where(t => !evidence.ContextTerms.Contains(t))
            .Where(t => rows.Any(r => r.Terms.Contains(t)) && rows.Count(r => r.Terms.Contains(t)) * 2 <= rows.Count)
            .ToHashSet(StringComparer.Ordinal);
    }

    private static bool InAnchoredUnit(Fact fact, HashSet<string> anchors, Evidence evidence) =>
        evidence.Texts.Any(t => FactMatcher.Supports(fact, t.Context.Facts, t.Lower))
        || evidence.Units.Any(u => (!u.IsRow || anchors.Overlaps(u.Terms)) && FactMatcher.Supports(fact, u.Facts, evidence.Lower));

    private static HashSet<string> Near(EvidenceUnit unit, NumberFact number)
    {
        var after = unit.Tokens.Where(t => t.Start >= number.End).Take(Reach);
        var before = unit.Tokens.Where(t => t.Start + t.Length <= number.Start).TakeLast(1);
        return [.. after.Concat(before).Select(t => t.Term)];
    }
}
