namespace Assistant.Orchestration.Evidence;

/// <summary>One analysed term of a question: what evidence is measured by.</summary>
/// <param name="Word">The word as written.</param>
/// <param name="Weight">IDF, discounted where the term only sets the scene.</param>
/// <param name="IsLight">An everyday word that says little about the subject.</param>
/// <param name="IsOwn">Of the question itself, not of the one it leans on.</param>
/// <param name="IsAsked">Of the sentence that asks, not of one that sets the scene.</param>
/// <param name="IsKnown">The term or a synonym stands in a passage that the user may read.</param>
/// <param name="Synonyms">Terms that may stand for it.</param>
internal sealed record QuestionTerm(string Term, string Word, double Weight, bool IsLight, bool IsOwn, bool IsAsked, bool IsKnown, IReadOnlySet<string> Synonyms)
{
    /// <summary>The term itself or a synonym.</summary>
    public bool IsMeantBy(string other) => other == Term || Synonyms.Contains(other);
}
