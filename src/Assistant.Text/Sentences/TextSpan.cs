namespace Assistant.Text.Sentences;

/// <summary>A range of a text, UTF-16 code units.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;
}
