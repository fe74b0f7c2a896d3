namespace Assistant.Text.Sentences;

/// <summary>Splits text into sentences and lines, whole or as it streams in.</summary>
public sealed class SentenceSplitter
{
    /// <summary>The sentences of a text, without surrounding white space, in order.</summary>
    public IReadOnlyList<TextSpan> Split(string text)
    {
        var spans = new List<TextSpan>();
        var start = 0;
        while (start < text.Length)
        {
            var length = NextUnit(text.AsSpan(start), complete: true);
            var from = start;
            var to = start + length;
            while (from < to && char.IsWhiteSpace(text[from]))
            {
                from++;
            }

            while (to > from && char.IsWhiteSpace(text[to - 1]))
            {
                to--;
            }

            if (to > from)
            {
                spans.Add(new TextSpan(from, to - from));
            }

            start += length;
        }

        return spans;
    }

    /// <summary>
    /// Length of the first unit (a sentence, or a line) with the white space behind it; 0 when its end is not certain yet.
    /// The boundaries do not depend on how a stream was cut into pieces.
    /// </summary>
    /// <param name="text">The text from the start of the unit.</param>
    /// <param name="complete">True when nothing follows: the rest is a unit.</param>
    public int NextUnit(ReadOnlySpan<char> text, bool complete)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                return i + 1;
            }

            if (text[i] is '.' or '!' or '?' && i + 1 < text.Length && text[i + 1] == ' ' && i + 2 < text.Length && !char.IsLower(text[i + 2]))
            {
                return i + 2;
            }
        }

        return complete ? text.Length : 0;
    }
}
