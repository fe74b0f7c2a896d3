namespace Assistant.Text.Sentences;

/// <summary>Reads a text that may go on, and remembers whether it was asked for what is not there yet.</summary>
internal ref struct Lookahead(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;

    /// <summary>True when a decision needed characters behind the end.</summary>
    public bool RanOut { get; private set; }

    /// <summary>The character at an offset; null behind the end.</summary>
    public char? this[int index]
    {
        get
        {
            if (index < text.Length)
            {
                return text[index];
            }

            RanOut = true;
            return null;
        }
    }

    public readonly ReadOnlySpan<char> Before(int index) => text[..index];

    public readonly string Slice(int start, int length) => text.Slice(start, length).ToString();
}
