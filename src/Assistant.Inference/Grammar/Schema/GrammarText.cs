using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Assistant.Inference.Grammar.Schema;

/// <summary>Writes pieces of GBNF.</summary>
internal static class GrammarText
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A literal that matches exactly this text.</summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var c in text)
        {
            literal.Append(c is '"' or '\\' ? $"\\{c}" : Escaped(c));
        }
        return literal.Append('"').ToString();
    }

    /// <summary>A literal that matches this value as compact JSON.</summary>
    public static string JsonLiteral(JsonElement value) => Literal(JsonSerializer.Serialize(value, Compact));

    /// <summary>A literal that matches this text as a JSON string.</summary>
    public static string JsonLiteral(string text) => Literal(JsonSerializer.Serialize(text, Compact));

    /// <summary>A character as it stands within a class.</summary>
    public static string InClass(Rune character) => character.Value switch
    {
        '\\' or '[' or ']' => $"\\{character}",
        '-' or '^' => $"\\x{character.Value:X2}",
        > 0xFFFF => string.Create(CultureInfo.InvariantCulture, $"\\U{character.Value:X8}"),
        var value => Escaped((char)value),
    };

    private static string Escaped(char c) => c < ' ' || c == '\x7F' ? $"\\x{(int)c:X2}" : c.ToString();
}
