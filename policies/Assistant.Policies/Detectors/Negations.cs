using System.Collections.Frozen;

namespace Assistant.Policies.Detectors;

/// <summary>Words that turn a statement round, in the supported languages.</summary>
internal static class Negations
{
    private static readonly FrozenSet<string> Words = Set(
        "not no never none cannot without neither nor nobody nothing nowhere "
        + "nicht kein keine keinen keinem keiner keines nie niemals ohne weder nichts niemand keinerlei "
        + "no nunca jamás sin ningún ninguna ninguno ningunos ningunas tampoco nada nadie");

    /// <summary>Words that say no without being a negation: "is prohibited" may stand for "is not allowed".</summary>
    private static readonly FrozenSet<string> Exclusions = Set(
        "except unless only excluding excluded prohibited forbidden banned refuse refused denied void invalid impossible unable lacks lack fails fail "
        + "außer verboten untersagt ausgeschlossen unzulässig nur entfällt unmöglich "
        + "excepto salvo prohibido prohibida prohibidos solo sólo únicamente excluido excluida imposible");

    /// <param name="word">Lower case.</param>
    public static bool IsNegation(string word) => Words.Contains(word) || word.EndsWith("n't", StringComparison.Ordinal) || word.EndsWith("n’t", StringComparison.Ordinal);

    public static bool IsExclusion(string word) => Exclusions.Contains(word);

    public static bool In(string text) => text.ToLowerInvariant().Split([' ', ',', '.', ';', ':', '!', '?', '\t', '\n', '(', ')', '*', '"'], StringSplitOptions.RemoveEmptyEntries).Any(IsNegation);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
