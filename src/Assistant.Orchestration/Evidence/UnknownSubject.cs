using System.Text.RegularExpressions;

namespace Assistant.Orchestration.Evidence;

/// <summary>
/// Tells whether a question asks about something that the documents never speak of ("… for a private motorbike?"):
/// then whatever else fits is no answer to it.
/// </summary>
internal static partial class UnknownSubject
{
    /// <param name="passages">The passages that fit best: another form of the word or a misspelt one found there counts as known.</param>
    public static bool IsIn(QuestionTerms question, string language, IReadOnlyList<PassageReading> passages) =>
        question.All.Select((term, i) => (Term: term, Index: i)).Any(t =>
            t.Term is { IsOwn: true, IsAsked: true, IsLight: false, IsKnown: false, Word.Length: > 1 }
            && !t.Term.Word.Any(char.IsDigit)
            && CanBeNoun(t.Term.Word, language)
            && !passages.Any(p => p.Holds(t.Index)));

    private static bool CanBeNoun(string word, string language) => language switch
    {
        "de" => char.IsUpper(word[0]),
        "en" => !VerbOrAdverb().IsMatch(word),
        _ => true,
    };

    [GeneratedRegex("(ing|ed|ly)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex VerbOrAdverb();
}
