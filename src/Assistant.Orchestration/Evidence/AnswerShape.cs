using System.Text.RegularExpressions;

namespace Assistant.Orchestration.Evidence;

/// <summary>What kind of thing a question asks for: "how many" wants a number.</summary>
/// <param name="WantsNumber">The question asks for an amount, time or number.</param>
internal readonly partial record struct AnswerShape(bool WantsNumber)
{
    public static AnswerShape Of(string question) => new(AsksForNumber().IsMatch(question));

    /// <summary>Whether a unit holds a number, in digits or in words.</summary>
    public static bool HasNumberIn(string unit) => HasNumber().IsMatch(unit);

    [GeneratedRegex(
        @"\b(how (many|much|long|far|high|big|often|quickly|soon)|when|until|what (time|date|rate|amount|limit|percentage)|which (month|date|day)s?|max(imum)?|min(imum)?|limit|range|per|retention|wie (viele?|lange|hoch|oft|weit|groß)|wann|bis wann|höchstens|maximal|öffnungszeiten|cuánt[oa]s?|cuándo|plazo|máximo|mínimo|hasta)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex AsksForNumber();

    [GeneratedRegex(
        @"\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|eine?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex HasNumber();
}
