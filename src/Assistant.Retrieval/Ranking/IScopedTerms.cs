namespace Assistant.Retrieval.Ranking;

/// <summary>The terms of the passages that one user may read.</summary>
internal interface IScopedTerms
{
    ScopeStatistics Statistics();

    /// <summary>Every occurrence of the terms in a passage within the scope, term by term.</summary>
    void ReadTerms(IReadOnlyList<string> terms, Action<TermOccurrence> read);

    /// <summary>Every passage within the scope that holds one of the character n-grams, gram by gram.</summary>
    void ReadGrams(IReadOnlyList<string> grams, Action<GramOccurrence> read);
}

/// <param name="Passages">Passages within the scope.</param>
/// <param name="AverageBody">Average number of terms in a passage's text.</param>
/// <param name="AverageHeading">Average number of terms in title, headings and table header.</param>
/// <param name="AverageGrams">Average number of distinct character n-grams.</param>
/// <param name="Languages">Languages of the passages, in order.</param>
internal sealed record ScopeStatistics(int Passages, double AverageBody, double AverageHeading, double AverageGrams, IReadOnlyList<string> Languages);

/// <param name="Id">The passage's number in the index.</param>
/// <param name="InDomain">Whether it is of the query's domain.</param>
/// <param name="InLanguage">Whether it is in the query's language.</param>
internal readonly record struct PassageKey(long Id, bool InDomain, bool InLanguage);

/// <param name="Term">Index of the term asked for.</param>
/// <param name="BodyLength">Number of terms in the passage's text.</param>
/// <param name="HeadingLength">Number of terms in its title, headings and table header.</param>
/// <param name="InBody">In the text, or else in title, headings and table header.</param>
/// <param name="Language">The passage's language.</param>
internal readonly record struct TermOccurrence(int Term, PassageKey Passage, int BodyLength, int HeadingLength, bool InBody, string Language);

/// <param name="Gram">Index of the gram asked for.</param>
/// <param name="GramCount">Number of distinct grams of the passage.</param>
internal readonly record struct GramOccurrence(int Gram, PassageKey Passage, int GramCount);
