using System.Collections.Frozen;
using Assistant.Text.Analysis;

namespace Assistant.Policies.Detectors.Groundedness;

/// <summary>Whether a claim says no where the evidence does, and yes where it does; and whether opposites are kept apart.</summary>
internal static class PolaritySupport
{
    private const int ScopeTerms = 3;
    private const double SameScope = 0.6;
    private const double SameStatement = 0.7;

    private static readonly FrozenDictionary<string, string[]> Opposites = Pairs(
        "minimum maximum", "least most", "before after", "more less", "above below", "over under", "earliest latest", "first last", "increase decrease", "increased decreased", "higher lower", "rise fall", "up down",
        "allowed prohibited", "allowed forbidden", "permitted prohibited", "mandatory optional", "required optional", "paid unpaid", "internal external", "always never", "include exclude", "included excluded", "gross net", "win lose", "won lost", "male female", "open closed", "start end", "begins ends", "morning evening", "daily weekly", "weekly monthly", "monthly yearly", "accept reject", "accepted rejected", "approve reject", "approved rejected", "buy sell", "employee employer",
        "mindestens höchstens", "minimum höchstens", "vor nach", "mehr weniger", "über unter", "frühestens spätestens", "erlaubt verboten", "zulässig unzulässig", "bezahlt unbezahlt", "intern extern", "immer nie", "brutto netto", "erste letzte", "einschließlich ausschließlich",
        "mínimo máximo", "antes después", "más menos", "encima debajo", "permitido prohibido", "obligatorio opcional", "obligatoria voluntaria", "interno externo", "siempre nunca", "bruto neto", "primero último", "incluido excluido");

    /// <returns>Contradictions, and what only casts a doubt because the statements differ anyway.</returns>
    public static (IReadOnlyList<string> Contradictions, IReadOnlyList<string> Doubts) Check(Claim claim, Evidence evidence, int bestUnit)
    {
        if (evidence.Units.Count == 0)
        {
            return ([], []);
        }

        var contradictions = new List<string>();
        var doubts = new List<string>();
        var best = evidence.Units[bestUnit];
        var neighbours = evidence.Units.Skip(bestUnit - 1).Take(3).ToList();
        CheckMissingNegation(claim, best, contradictions, doubts);
        CheckAddedNegation(claim, evidence, contradictions);
        CheckOpposites(claim, best, neighbours, contradictions, doubts);
        return (contradictions, doubts);
    }

    /// <summary>The evidence says no to what the claim states.</summary>
    private static void CheckMissingNegation(Claim claim, EvidenceUnit best, List<string> contradictions, List<string> doubts)
    {
        if (claim.Words.Any(w => w.IsNegation || Negations.IsExclusion(w.Text)))
        {
            return;
        }

        var terms = claim.Tokens.Select(t => t.Term).ToHashSet(StringComparer.Ordinal);
        foreach (var negation in best.Words.Where(w => w.IsNegation))
        {
            var scope = Scope(best.Tokens, negation);
            if (scope.Count > 0 && scope.Count(terms.Contains) >= SameScope * scope.Count)
            {
                (IsSameStatement(claim, best) ? contradictions : doubts).Add($"The passage says \"{negation.Text}\" where the claim does not.");
            }
        }
    }

    /// <summary>The claim says no to something, and no passage does.</summary>
    private static void CheckAddedNegation(Claim claim, Evidence evidence, List<string> contradictions)
    {
        foreach (var negation in claim.Words.Where(w => w.IsNegation))
        {
            var scope = Scope(claim.Tokens, negation);
            var negated = evidence.Units.Any(u =>
                u.Words.Any(w => w.IsNegation || Negations.IsExclusion(w.Text))
                && (scope.Count == 0 || scope.Any(u.Terms.Contains)));
            if (!negated)
            {
                contradictions.Add($"The claim says \"{negation.Text}\" where no passage does.");
            }
        }
    }

    private static void CheckOpposites(Claim claim, EvidenceUnit best, IReadOnlyList<EvidenceUnit> neighbours, List<string> contradictions, List<string> doubts)
    {
        if (claim.Words.Any(w => w.IsNegation) || best.Words.Any(w => w.IsNegation))
        {
            // "not allowed" and "forbidden" are no opposites.
            return;
        }

        var here = neighbours.SelectMany(u => u.Words).Select(w => w.Text).ToHashSet(StringComparer.Ordinal);
        var inBest = best.Words.Select(w => w.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var word in claim.Words.Select(w => w.Text).Where(w => Opposites.ContainsKey(w) && !here.Contains(w)))
        {
            if (Opposites[word].FirstOrDefault(inBest.Contains) is { } opposite)
            {
                (IsSameStatement(claim, best) ? contradictions : doubts).Add($"The claim says \"{word}\" and the passage \"{opposite}\".");
            }
        }
    }

    private static bool IsSameStatement(Claim claim, EvidenceUnit unit) =>
        TermSupport.Coverage([.. claim.Tokens.Select(t => t.Term).Distinct(StringComparer.Ordinal)], unit.Terms) >= SameStatement;

    /// <summary>The terms that a negation turns round: those behind it, or those before it at the end of a sentence.</summary>
    private static List<string> Scope(IReadOnlyList<Token> tokens, Word negation)
    {
        var behind = tokens.Where(t => t.Start >= negation.End).Take(ScopeTerms).Select(t => t.Term).ToList();
        return behind.Count > 0 ? behind : [.. tokens.Where(t => t.Start + t.Length <= negation.Start).TakeLast(ScopeTerms).Select(t => t.Term)];
    }

    private static FrozenDictionary<string, string[]> Pairs(params string[] pairs) => pairs
        .Select(p => p.Split(' '))
        .SelectMany(p => new[] { (Word: p[0], Opposite: p[1]), (Word: p[1], Opposite: p[0]) })
        .GroupBy(p => p.Word)
        .ToFrozenDictionary(g => g.Key, g => g.Select(p => p.Opposite).ToArray(), StringComparer.Ordinal);
}
