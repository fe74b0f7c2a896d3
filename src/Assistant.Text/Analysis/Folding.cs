using System.Globalization;
using System.Text;

namespace Assistant.Text.Analysis;

/// <summary>Removes differences in writing that mean nothing to a search: case, diacritics, ligatures, widths.</summary>
internal static class Folding
{
    /// <summary>Lower case in composed form, compatibility forms (ligatures, full width, superscripts) resolved; diacritics stay.</summary>
    public static string Lower(ReadOnlySpan<char> word)
    {
        if (Ascii.IsValid(word))
        {
            return string.Create(word.Length, word, static (target, source) => Ascii.ToLower(source, target, out _));
        }

        // The invariant culture leaves İ alone.
        var composed = word.ToString().Normalize(NormalizationForm.FormKC).Replace('İ', 'i').ToLowerInvariant();
        return composed.Any(IsInvisible) ? string.Concat(composed.Where(c => !IsInvisible(c))) : composed;
    }

    /// <summary>A lower-case word without diacritics: "café" → "cafe", "straße" → "strasse", "øl" → "ol".</summary>
    public static string Fold(string lower)
    {
        if (Ascii.IsValid(lower))
        {
            return lower;
        }

        var folded = new StringBuilder(lower.Length + 4);
        foreach (var c in lower.Normalize(NormalizationForm.FormD))
        {
            if (c < 128)
            {
                folded.Append(c);
            }
            else if (Spelled(c) is { } spelled)
            {
                folded.Append(spelled);
            }
            else if (!IsDiacritic(c) || IsShortI(folded, c))
            {
                folded.Append(c);
            }
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Letters that do not decompose, as they are written without them.</summary>
    private static string? Spelled(char c) => c switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ı' => "i",
        'ŋ' => "n",
        'ς' => "σ",
        _ => null,
    };

    /// <summary>
    /// Marks of the Latin, Greek, Cyrillic, Hebrew and Arabic scripts. In others (Thai, Devanagari, kana) a mark
    /// makes a different letter.
    /// </summary>
    private static bool IsDiacritic(char c) =>
        c is (>= '\u0300' and <= '\u036F') or (>= '\u0591' and <= '\u05C7') or '\u0640' or (>= '\u064B' and <= '\u065F') or '\u0670';

    /// <summary>Cyrillic й is a letter of its own, though it decomposes like an accented one.</summary>
    private static bool IsShortI(StringBuilder before, char c) => c == '\u0306' && before.Length > 0 && before[^1] == 'и';

    private static bool IsInvisible(char c) => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format;
}
