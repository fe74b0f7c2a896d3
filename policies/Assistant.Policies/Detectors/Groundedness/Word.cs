namespace Assistant.Policies.Detectors.Groundedness;

/// <summary>A word as it is written, with apostrophes: "don't" is one.</summary>
/// <param name="Text">Lower case.</param>
internal readonly record struct Word(string Text, int Start, int Length)
{
    public int End => Start + Length;

    public bool IsNegation => Negations.IsNegation(Text) && !Additive;

    /// <summary>True for the "not" of "not only", which denies nothing.</summary>
    public bool Additive { get; init; }

    public static List<Word> Split(string text)
    {
        var words = new List<Word>();
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || (text[i] is '\'' or '’' && i + 1 < text.Length && char.IsLetter(text[i + 1]))))
            {
                i++;
            }

            words.Add(new Word(text[start..i].ToLowerInvariant(), start, i - start));
        }

        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i + 1].Text is "only" or "nur" or "solo" or "sólo" or "just")
            {
                words[i] = words[i] with { Additive = true };
            }
        }

        return words;
    }
}
