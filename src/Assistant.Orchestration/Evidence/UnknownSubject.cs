using System.Text.RegularExpressions;

namespace Assistant.Orchestration.Evidence;

/// <summary>
/// Tells whether a question asks about something that the documents never speak of ("… for a private motorbike?"):
/// then whatever else fits is no answer to it.
/// </summary>
internal static partial class UnknownSubject
{
    /// <param name="units">The terms of the units that fit best: a longer word or a misspelt one found there counts as known.</param>
    public static bool IsIn(QuestionTerms terms, string language, IReadOnlyList<IReadOnlySet<string>> units) =>
        terms.All.Any(t => t is { IsOwn: true, IsAsked: true, IsLight: false, IsKnown: false, Word.Length: > 1 }
            && !t.Word.Any(char.IsDigit)
            && CanBeNoun(t.Word, language)
            && units.All(u => TermMatcher.Match(t, u) == 0));

    private static bool CanBeNoun(string word, string language) => language switch
    {
        "de" => char.IsUpper(word[0]),
        "en" => !VerbOrAdverb().IsMatch(word),
        _ => true,
    };

    [GeneratedRegex("(ing|ed|ly)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex VerbOrAdverb();
}
