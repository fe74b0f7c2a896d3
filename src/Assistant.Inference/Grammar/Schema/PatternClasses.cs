using System.Text;

namespace Assistant.Inference.Grammar.Schema;

/// <summary>Character classes of regular expressions, as the inside of a GBNF class (ECMA-262, without the characters that JSON escapes).</summary>
internal static class PatternClasses
{
    /// <summary>What the dot doesn't match, besides characters that JSON escapes.</summary>
    public const string LineEnds = "\\u2028\\u2029";

    /// <param name="negated">True to exclude the class: then all of its white space counts, else the blank stands for it.</param>
    public static string? Shorthand(char letter, bool negated) => letter switch
    {
        'd' => "0-9",
        'w' => "a-zA-Z0-9_",
        's' => negated ? $" \\xA0\\u1680\\u2000-\\u200A{LineEnds}\\u202F\\u205F\\u3000\\uFEFF" : " ",
        _ => null,
    };

    public static bool IsEscapedInJson(Rune character) => character.Value is < 0x20 or '"' or '\\' or 0x7F;

    public static bool SpansEscaped(Rune first, Rune last) =>
        ((ReadOnlySpan<int>)['"', '\\', 0x7F]).ContainsAnyInRange(first.Value, last.Value);
}
