namespace Assistant.Inference.Grammar;

/// <summary>One symbol of an alternative.</summary>
internal abstract record GrammarSymbol
{
    private GrammarSymbol()
    {
    }

    /// <summary>One code point inside the ranges, or outside of all of them.</summary>
    public sealed record Character(IReadOnlyList<CodePointRange> Ranges, bool Negated) : GrammarSymbol
    {
        public static Character Any { get; } = new([], Negated: true);

        public static Character Of(int codePoint) => new([new(codePoint, codePoint)], Negated: false);

        public bool Matches(int codePoint) => Ranges.Any(r => r.First <= codePoint && codePoint <= r.Last) != Negated;

        /// <summary>Whether there is a character that it matches; U+0000 and surrogates never come out of a decoder.</summary>
        public bool MatchesSomething() =>
            Negated
                ? Ranges.Select(r => r.Last + 1).Append(1).Any(IsMatchedCharacter) || IsMatchedCharacter(0xE000)
                : Ranges.Any(r => Math.Max(r.First, 1) <= Math.Min(r.Last, 0xD7FF) || r.Last >= 0xE000);

        private bool IsMatchedCharacter(int codePoint) =>
            codePoint is > 0 and <= 0x10FFFF and not (>= 0xD800 and <= 0xDFFF) && Matches(codePoint);
    }

    /// <summary>A rule by its place in the grammar.</summary>
    public sealed record Rule(int Index) : GrammarSymbol;

    /// <summary>One token of the model, or any but that one.</summary>
    public sealed record Token(int Id, bool Negated) : GrammarSymbol;
}

/// <summary>Both ends belong to it.</summary>
internal readonly record struct CodePointRange(int First, int Last);
