namespace Assistant.Policies.Detectors.Groundedness.Facts;

/// <summary>Characters between white space, without the punctuation around them.</summary>
/// <param name="Joined">True when nothing but one space stands between this chunk and the one before.</param>
internal readonly record struct Chunk(string Text, int Start, bool Joined)
{
    private const string Opening = "([{\"'“„«‘*_`<|¿¡•;:,.…†";
    private const string Closing = ")]}\"'”“»’*_`>|!?;:,.…†";

    public int End => Start + Text.Length;

    public string Lower => Text.ToLowerInvariant();

    public bool HasDigit => Text.AsSpan().IndexOfAnyInRange('0', '9') >= 0;

    public static List<Chunk> Split(string text)
    {
        var chunks = new List<Chunk>();
        var previousEnd = -1;
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && !char.IsWhiteSpace(text[i]))
            {
                i++;
            }

            var end = i;
            while (start < end && Opening.Contains(text[start], StringComparison.Ordinal))
            {
                start++;
            }

            while (end > start && Closing.Contains(text[end - 1], StringComparison.Ordinal))
            {
                end--;
            }

            if (end > start)
            {
                var chunk = new Chunk(text[start..end], start, start - previousEnd == 1);
                chunks.Add(chunk);

                // The full stop of "3 Mio. Euro" ends an abbreviation, not a sentence.
                previousEnd = NumberWords.Multiplier(chunk.Lower) is null ? end : i;
            }
        }

        return chunks;
    }
}
