using Assistant.Text.Analysis;

namespace Assistant.Orchestration.Evidence;

/// <summary>
/// How well a text holds a question term, 0–1: the term itself, a synonym, a longer word that contains it (German
/// compounds), or one letter off (typing errors).
/// </summary>
internal sealed class TermMatcher(TextAnalyzer analyzer)
{
    private const int ShortestPart = 5;
    private const double PartCredit = 0.9;
    private const double SynonymCredit = 1;

    /// <summary>The terms of a text.</summary>
    public IReadOnlySet<string> Terms(string text, string language) =>
        analyzer.Analyze(text, language).Select(t => t.Term).ToHashSet(StringComparer.Ordinal);

    /// <summary>How well a term is found among others, 0–1.</summary>
    public static double Match(QuestionTerm term, IReadOnlySet<string> terms)
    {
        if (terms.Contains(term.Term))
        {
            return 1;
        }

        if (term.Synonyms.Any(terms.Contains))
        {
            return SynonymCredit;
        }

        return term.Term.Length >= ShortestPart && terms.Any(t => t.Length >= ShortestPart && IsNear(term.Term, t)) ? PartCredit : 0;
    }

    private static bool IsNear(string a, string b) =>
        a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal) || IsOneEditApart(a, b);

    /// <summary>One letter changed, added, left out or swapped with its neighbour.</summary>
    private static bool IsOneEditApart(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1)
        {
            return false;
        }

        var head = a.AsSpan().CommonPrefixLength(b);
        var restA = a.AsSpan(head);
        var restB = b.AsSpan(head);
        if (restA.Length == restB.Length)
        {
            return restA.Length > 0 && (restA[1..].SequenceEqual(restB[1..])
                || (restA.Length > 1 && restA[0] == restB[1] && restA[1] == restB[0] && restA[2..].SequenceEqual(restB[2..])));
        }

        return restA.Length > restB.Length ? restA[1..].SequenceEqual(restB) : restB[1..].SequenceEqual(restA);
    }
}
