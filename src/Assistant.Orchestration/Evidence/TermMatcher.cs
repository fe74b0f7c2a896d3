namespace Assistant.Orchestration.Evidence;

/// <summary>
/// How well a text holds a question term, 0–1: the term itself, a synonym, another form of the word, or one letter off
/// (typing errors). German writes compounds as one word: there a longer word that contains the term counts too.
/// </summary>
internal sealed class TermMatcher(string language)
{
    private const int ShortestPart = 5;
    private const int LongestEnding = 3;
    private const double PartCredit = 0.9;
    private const double SynonymCredit = 1;

    private readonly bool hasCompounds = language == "de";

    /// <summary>How well a term is found among others, 0–1.</summary>
    public double Match(QuestionTerm term, IReadOnlySet<string> terms)
    {
        if (terms.Contains(term.Term))
        {
            return 1;
        }

        if (term.Synonyms.Count > 0 && terms.Any(term.Synonyms.Contains))
        {
            return SynonymCredit;
        }

        return term.Term.Length >= ShortestPart && terms.Any(t => t.Length >= ShortestPart && IsNear(term.Term, t)) ? PartCredit : 0;
    }

    private bool IsNear(string a, string b)
    {
        if (hasCompounds && (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal)))
        {
            return true;
        }

        return Math.Abs(a.Length - b.Length) <= LongestEnding
            && (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal) || IsOneEditApart(a, b));
    }

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
