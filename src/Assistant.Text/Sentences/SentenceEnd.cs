namespace Assistant.Text.Sentences;

/// <summary>Decides whether a sentence ends at a terminator, and where its unit ends then. Looks a bounded way ahead.</summary>
internal static class SentenceEnd
{
    private const int MostTerminators = 16;
    private const int MostClosers = 6;
    private const int MostSpaces = 16;
    private const int MostMarkers = 12;
    private const int LongestMarker = 3;
    private const int LongestWord = 24;
    private const int MostOpeners = 4;
    private const int LongestNumber = 3;

    public static bool IsTerminator(char c) => c is '.' or '!' or '?' or '…' || IsWideTerminator(c);

    /// <summary>The end of the unit whose sentence ends at the terminator at <paramref name="at"/>; 0 when none ends there.</summary>
    public static int After(ref Lookahead text, int at)
    {
        var end = at + 1;
        while (end - at < MostTerminators && text[end] is { } c && IsTerminator(c))
        {
            end++;
        }

        var isSingle = end == at + 1;
        var closed = end;
        while (closed - end < MostClosers && text[closed] is { } c && IsCloser(c))
        {
            closed++;
        }

        var afterMarkers = Markers(ref text, closed);
        var afterSpaces = Spaces(ref text, afterMarkers);
        if (afterSpaces == afterMarkers && text[afterSpaces] is not null && !IsWideTerminator(text.Slice(at, 1)[0]))
        {
            return 0;
        }

        // A marker is a clear sign; so is the end of the line or of the text.
        var isClear = afterMarkers > closed || text[afterSpaces] is null || text.Slice(afterMarkers, afterSpaces - afterMarkers).Contains('\n', StringComparison.Ordinal);
        return isClear || IsEnd(ref text, at, isSingle, afterSpaces) ? afterSpaces : 0;
    }

    private static bool IsEnd(ref Lookahead text, int at, bool isSingle, int next)
    {
        var word = NextWord(ref text, next);
        if (word.Length > 0 && char.IsLower(word[0]))
        {
            return false;
        }

        if (!isSingle || text[at] != '.')
        {
            return true;
        }

        var before = WordBefore(text.Before(at));
        if (before.Length == 0)
        {
            return true;
        }

        var sentence = text.Before(at - before.Length);
        if (before.All(char.IsDigit))
        {
            // A number at the start of a line counts it ("1. Open the app"); short ones elsewhere may be ordinals.
            return !sentence.IsWhiteSpace()
                && !(before.Length <= LongestNumber && Abbreviations.IsOrdinal(WordBefore(sentence.TrimEnd()).ToLowerInvariant(), word));
        }

        return !Abbreviations.LeavesOpen(before.ToLowerInvariant(), word) && !IsInitial(before, sentence, word);
    }

    /// <summary>"J. R. Smith", "John F. Kennedy", "z. B.": a single letter in a name or an abbreviation written with spaces.</summary>
    private static bool IsInitial(string letter, ReadOnlySpan<char> sentence, string next)
    {
        if (letter.Length != 1 || !char.IsLetter(letter[0]) || next.Length == 0)
        {
            return false;
        }

        var before = sentence.TrimEnd();
        if (before.IsEmpty || before[^1] == '.')
        {
            return true;
        }

        // "vitamin C. The dose" ends; "Frank C. Weiss", "and J. R. Smith" and "das gilt z. B. dann" go on.
        var standsAlone = before.Length < sentence.Length || IsOpener(before[^1]);
        return standsAlone && (char.IsLower(letter[0]) || IsNamePart(next) || (WordBefore(before) is { Length: > 1 } name && char.IsUpper(name[0])));
    }

    private static bool IsNamePart(string next) => next.Length == 1 && char.IsUpper(next[0]) && !Abbreviations.BeginsSentence(next);

    /// <summary>The end of the citation markers behind a sentence, each with at most one space before it.</summary>
    private static int Markers(ref Lookahead text, int at)
    {
        for (var n = 0; n < MostMarkers; n++)
        {
            var start = text[at] is ' ' or '\u00A0' ? at + 1 : at;
            if (text[start] is not '[')
            {
                break;
            }

            var digits = 0;
            while (digits <= LongestMarker && text[start + 1 + digits] is >= '0' and <= '9')
            {
                digits++;
            }

            if (digits is 0 or > LongestMarker || text[start + 1 + digits] is not ']')
            {
                break;
            }

            at = start + digits + 2;
        }

        return at;
    }

    /// <summary>The end of the white space, the first line break included.</summary>
    private static int Spaces(ref Lookahead text, int at)
    {
        for (var n = 0; n < MostSpaces && text[at] is { } c && char.IsWhiteSpace(c); n++)
        {
            at++;
            if (c == '\n')
            {
                break;
            }
        }

        return at;
    }

    /// <summary>The word that begins here, behind opening quotes and brackets; empty when there is none.</summary>
    private static string NextWord(ref Lookahead text, int at)
    {
        var start = at;
        while (start - at < MostOpeners && text[start] is { } c && IsOpener(c))
        {
            start++;
        }

        var end = start;
        while (end - start < LongestWord && text[end] is { } c && char.IsLetterOrDigit(c))
        {
            end++;
        }

        return text.Slice(start, end - start);
    }

    /// <summary>The word that ends here: letters and digits, with full stops between them.</summary>
    private static string WordBefore(ReadOnlySpan<char> text)
    {
        var start = text.Length;
        while (start > 0 && text.Length - start < LongestWord && (char.IsLetterOrDigit(text[start - 1]) || (text[start - 1] == '.' && start < text.Length)))
        {
            start--;
        }

        return text[start..].TrimStart('.').ToString();
    }

    private static bool IsWideTerminator(char c) => c is '。' or '！' or '？' or '｡';

    private static bool IsCloser(char c) => c is '"' or '\'' or ')' or ']' or '}' or '”' or '’' or '“' or '‘' or '»' or '«' or '›' or '‹' or '*' or '_' or '`' or '」' or '』' or '）';

    private static bool IsOpener(char c) => c is '"' or '\'' or '(' or '{' or '„' or '‚' or '“' or '‘' or '”' or '»' or '«' or '›' or '‹' or '*' or '_' or '`' or '¿' or '¡' or '「' or '『' or '（';
}
