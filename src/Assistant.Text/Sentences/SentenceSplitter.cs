namespace Assistant.Text.Sentences;

/// <summary>Splits text into sentences and lines, whole or as it streams in. Knows English, German and Spanish abbreviations.</summary>
public sealed class SentenceSplitter
{
    /// <summary>A unit without an end by then is cut at a space, so that a stream is never held back for ever.</summary>
    private const int LongestUnit = 2000;

    /// <summary>The sentences of a text, without surrounding white space, in order.</summary>
    public IReadOnlyList<TextSpan> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var spans = new List<TextSpan>();
        for (var start = 0; start < text.Length;)
        {
            var length = NextUnit(text.AsSpan(start), complete: true);
            var unit = text.AsSpan(start, length);
            var leading = length - unit.TrimStart().Length;
            var trimmed = unit.Trim().Length;
            if (trimmed > 0)
            {
                spans.Add(new TextSpan(start + leading, trimmed));
            }

            start += length;
        }

        return spans;
    }

    /// <summary>
    /// Length of the first unit (a sentence, or a line) with the white space behind it; 0 when its end is not certain yet.
    /// The boundaries do not depend on how a stream was cut into pieces. Citation markers ("[1]") behind a full stop
    /// belong to its sentence.
    /// </summary>
    /// <param name="text">The text from the start of the unit.</param>
    /// <param name="complete">True when nothing follows: the rest is a unit.</param>
    public int NextUnit(ReadOnlySpan<char> text, bool complete)
    {
        for (var i = 0; i < text.Length && i < LongestUnit; i++)
        {
            if (text[i] == '\n')
            {
                return i + 1;
            }

            if (!SentenceEnd.IsTerminator(text[i]))
            {
                continue;
            }

            var ahead = new Lookahead(text);
            var end = SentenceEnd.After(ref ahead, i);
            if (ahead.RanOut && !complete)
            {
                return 0;
            }

            if (end > 0)
            {
                return end;
            }
        }

        if (text.Length >= LongestUnit)
        {
            return CutAtSpace(text[..LongestUnit]);
        }

        return complete ? text.Length : 0;
    }

    private static int CutAtSpace(ReadOnlySpan<char> text)
    {
        var space = text.LastIndexOfAny(' ', '\t');
        if (space > 0)
        {
            return space + 1;
        }

        return char.IsHighSurrogate(text[^1]) ? text.Length - 1 : text.Length;
    }
}
