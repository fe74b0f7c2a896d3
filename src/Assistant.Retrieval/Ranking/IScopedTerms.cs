namespace Assistant.Retrieval.Ranking;

/// <summary>The terms of the passages that one user may read.</summary>
internal interface IScopedTerms
{
    ScopeStatistics Statistics();

    /// <summary>The passages within the scope that hold a term.</summary>
    IReadOnlyList<Posting> Postings(string term);
}

/// <param name="Passages">Passages within the scope.</param>
/// <param name="AverageBody">Average number of terms in a passage's text.</param>
/// <param name="AverageHeading">Average number of terms in title, headings and table header.</param>
/// <param name="Languages">Languages of the passages, in order.</param>
internal sealed record ScopeStatistics(int Passages, double AverageBody, double AverageHeading, IReadOnlyList<string> Languages);

/// <summary>A passage that holds a term.</summary>
/// <param name="BodyLength">Number of terms in the passage's text.</param>
/// <param name="HeadingLength">Number of terms in title, headings and table header.</param>
/// <param name="InBody">Occurrences in the text.</param>
/// <param name="InHeading">Occurrences in title, headings and table header.</param>
internal readonly record struct Posting(long Id, string Language, string Domain, int BodyLength, int HeadingLength, int InBody, int InHeading);
