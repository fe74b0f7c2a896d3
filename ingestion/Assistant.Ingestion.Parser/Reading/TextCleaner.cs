using System.Globalization;
using System.Text;

namespace Assistant.Ingestion.Parser.Reading;

/// <summary>Brings the text of a block into one form, so that the same words look the same from every format.</summary>
internal static class TextCleaner
{
    /// <summary>Prose: runs of blanks become one, line breaks stay, invisible characters go, composed form (NFC).</summary>
    public static string Prose(string text)
    {
        var cleaned = new StringBuilder(text.Length);
        foreach (var c in Normalize(text))
        {
            if (c == '\n')
            {
                TrimEnd(cleaned);
                if (cleaned.Length > 0 && cleaned[^1] != '\n')
                {
                    cleaned.Append('\n');
                }
            }
            else if (char.IsWhiteSpace(c))
            {
                if (cleaned.Length > 0 && cleaned[^1] is not (' ' or '\n'))
                {
                    cleaned.Append(' ');
                }
            }
            else
            {
                cleaned.Append(c);
            }
        }

        return cleaned.ToString().Trim();
    }

    /// <summary>One line of prose. A cell must not contain the separator of cells either.</summary>
    public static string Cell(string text) => Line(text).Replace(" | ", " / ", StringComparison.Ordinal);

    /// <summary>One line of prose.</summary>
    public static string Line(string text) => Prose(text.Replace('\n', ' '));

    /// <summary>Code: white space stays, trailing blanks and blank lines around go.</summary>
    public static string Code(string text) =>
        string.Join('\n', Normalize(text).Split('\n').Select(l => l.TrimEnd())).Trim('\n');

    private static string Normalize(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                kept.Append(c).Append(text[++i]);
                continue;
            }

            switch (c)
            {
                case '\r':
                    kept.Append(i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n");
                    break;
                case '\v' or '\f' or '\u2028' or '\u2029' or '\u0085':
                    kept.Append('\n');
                    break;
                case '\n' or '\t':
                    kept.Append(c);
                    break;
                case (>= '\uFB00' and <= '\uFB06') or (>= '\uFB50' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC'):
                    kept.Append(c.ToString().Normalize(NormalizationForm.FormKC));
                    break;
                default:
                    kept.Append(char.IsSurrogate(c) ? '\uFFFD' : c, IsInvisible(c) ? 0 : 1);
                    break;
            }
        }

        var result = kept.ToString();
        return result.IsNormalized() ? result : result.Normalize();
    }

    private static void TrimEnd(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] == ' ')
        {
            text.Length--;
        }
    }

    /// <summary>Control and format characters (soft hyphen, zero-width space, direction marks, byte order mark), except joiners.</summary>
    private static bool IsInvisible(char c) =>
        char.IsControl(c)
        || (c is not ('\u200C' or '\u200D') && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format);
}
