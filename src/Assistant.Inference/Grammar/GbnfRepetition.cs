namespace Assistant.Inference.Grammar;

/// <param name="Max">Null: without bound.</param>
internal readonly record struct GbnfRepetition(int Min, int? Max)
{
    /// <summary>Reads <c>*</c>, <c>+</c>, <c>?</c>, <c>{m}</c>, <c>{m,}</c> or <c>{m,n}</c>.</summary>
    public static bool Read(GbnfReader reader, bool acrossLines, out GbnfRepetition repetition)
    {
        repetition = reader.Next switch
        {
            '*' => new(0, null),
            '+' => new(1, null),
            '?' => new(0, 1),
            _ => default,
        };
        var braces = reader.Next == '{';
        reader.Skip(1);
        return !braces || ReadBounds(reader, acrossLines, out repetition);
    }

    private static bool ReadBounds(GbnfReader reader, bool acrossLines, out GbnfRepetition repetition)
    {
        repetition = default;
        reader.SkipSpace(acrossLines);
        if (!reader.ReadNumber(out var min))
        {
            return false;
        }
        reader.SkipSpace(acrossLines);
        int? max = min;
        if (reader.Next == ',')
        {
            reader.Skip(1);
            reader.SkipSpace(acrossLines);
            max = null;
            if (char.IsAsciiDigit(reader.Next))
            {
                if (!reader.ReadNumber(out var bound))
                {
                    return false;
                }
                max = bound;
                reader.SkipSpace(acrossLines);
            }
        }
        repetition = new GbnfRepetition(min, max);
        return reader.Expect("}");
    }
}
