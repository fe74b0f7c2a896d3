using System.Globalization;
using System.Text;

namespace Assistant.Policies.Detectors.Signals;

/// <summary>
/// A text in the form that patterns are matched against: invisible characters gone, look-alike forms (full width,
/// ligatures) resolved, quotes and white space made plain, lower case. Knows where each character came from.
/// </summary>
internal sealed class PlainText
{
    private readonly int[]? origins;

    private PlainText(string text, int[]? origins)
    {
        Text = text;
        this.origins = origins;
    }

    public string Text { get; }

    /// <summary>The offset in the original text of a character.</summary>
    public int Origin(int index) => origins is null ? index : origins[index];

    public static PlainText Of(string text) => Ascii.IsValid(text) ? new PlainText(text.ToLowerInvariant(), null) : Resolve(text);

    private static PlainText Resolve(string text)
    {
        var plain = new StringBuilder(text.Length);
        var origins = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            foreach (var c in Resolve(text[i]))
            {
                plain.Append(char.ToLowerInvariant(c));
                origins.Add(i);
            }
        }

        return new PlainText(plain.ToString(), [.. origins]);
    }

    private static string Resolve(char c) => c switch
    {
        < '\u0080' => c.ToString(),
        '\u2018' or '\u2019' or '\u201A' or '\u02BC' => "'",
        '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' => "\"",
        _ when char.IsWhiteSpace(c) => " ",
        _ when char.IsSurrogate(c) => c.ToString(),
        _ when CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark => "",
        _ => c.ToString().Normalize(NormalizationForm.FormKC),
    };
}
