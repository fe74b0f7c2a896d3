using System.Globalization;
using System.Text;

namespace Assistant.Text.Analysis;

/// <summary>A run of text without white space that is one word, one compound of words and numbers, or a run of a script without word spaces.</summary>
internal readonly record struct WordRun(int Start, int Length, bool WithoutSpaces)
{
    public int End => Start + Length;
}

/// <summary>
/// Finds word runs: letters, digits and their marks, with the connectors that stand between two of them
/// ("PX-400", "1.500,00", "company's"). Scripts that write no spaces between words are runs of their own.
/// </summary>
internal static class WordSegmenter
{
    private enum Kind
    {
        Other,
        Word,
        Mark,
        WithoutSpaces,
    }

    public static IEnumerable<WordRun> Runs(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var (kind, width) = Classify(text, at);
            var end = kind switch
            {
                Kind.Word => WordEnd(text, at + width),
                Kind.WithoutSpaces => EndOf(Kind.WithoutSpaces, text, at + width),
                _ => at,
            };
            if (end > at)
            {
                yield return new WordRun(at, end - at, kind == Kind.WithoutSpaces);
                at = end;
            }
            else
            {
                at += width;
            }
        }
    }

    /// <summary>Characters that may stand inside a run.</summary>
    public static bool IsConnector(char c) => IsApostrophe(c) || IsHyphen(c) || c is '.' or ',' or '_';

    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02BC';

    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    private static int WordEnd(string text, int at)
    {
        while (at < text.Length)
        {
            at = EndOf(Kind.Word, text, at);
            if (at + 1 >= text.Length || !IsConnector(text[at]) || Classify(text, at + 1).Kind != Kind.Word)
            {
                break;
            }

            // A comma joins digits only: "1,500", but "yes,no" is two words.
            if (text[at] == ',' && !(char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1])))
            {
                break;
            }

            at++;
        }

        return at;
    }

    private static int EndOf(Kind kind, string text, int at)
    {
        while (at < text.Length)
        {
            var (next, width) = Classify(text, at);
            if (next != kind && next != Kind.Mark)
            {
                break;
            }

            at += width;
        }

        return at;
    }

    private static (Kind Kind, int Width) Classify(string text, int at)
    {
        var c = text[at];
        if (char.IsAscii(c))
        {
            return (char.IsAsciiLetterOrDigit(c) ? Kind.Word : Kind.Other, 1);
        }

        // Half a surrogate pair is no letter.
        return Rune.TryGetRuneAt(text, at, out var rune) ? (Classify(rune), rune.Utf16SequenceLength) : (Kind.Other, 1);
    }

    private static Kind Classify(Rune rune)
    {
        if (IsWithoutSpaces(rune.Value))
        {
            return Kind.WithoutSpaces;
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber
                or UnicodeCategory.DecimalDigitNumber => Kind.Word,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => Kind.Mark,

            // Soft hyphens and joiners stand inside words and are not seen.
            UnicodeCategory.Format => Kind.Mark,
            UnicodeCategory.OtherNumber => IsRaisedOrLoweredDigit(rune.Value) ? Kind.Word : Kind.Other,
            _ => Kind.Other,
        };
    }

    private static bool IsRaisedOrLoweredDigit(int value) =>
        value is 0xB2 or 0xB3 or 0xB9 or (>= 0x2070 and <= 0x2079) or (>= 0x2080 and <= 0x2089);

    /// <summary>Thai, Lao, Myanmar, Khmer, kana, Han (with its extensions) and Hangul.</summary>
    private static bool IsWithoutSpaces(int value) => value
        is (>= 0x0E01 and <= 0x0EFF)
        or (>= 0x1000 and <= 0x109F)
        or (>= 0x1780 and <= 0x17FF)
        or (>= 0x3005 and <= 0x3007)
        or (>= 0x3041 and <= 0x30FF)
        or (>= 0x3400 and <= 0x4DBF)
        or (>= 0x4E00 and <= 0x9FFF)
        or (>= 0xAC00 and <= 0xD7AF)
        or (>= 0xF900 and <= 0xFAFF)
        or (>= 0xFF66 and <= 0xFF9F)
        or (>= 0x20000 and <= 0x3FFFF);
}
