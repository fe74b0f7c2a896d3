namespace Assistant.Inference.Grammar;

/// <summary>
/// How large a grammar may be. The native sampler has few limits of its own: it recurses once for each rule of a chain
/// and keeps one stack for each way to begin.
/// </summary>
internal sealed record GrammarLimits
{
    public static GrammarLimits Default { get; } = new();

    /// <summary>UTF-16 code units of the text.</summary>
    public int MaxLength { get; init; } = 256 * 1024;

    /// <summary>Rules, those of groups and repetitions among them.</summary>
    public int MaxRules { get; init; } = 20_000;

    /// <summary>Characters, classes and references in all rules, repetitions written out.</summary>
    public int MaxSymbols { get; init; } = 500_000;

    /// <summary>Parentheses within each other.</summary>
    public int MaxNesting { get; init; } = 100;

    /// <summary>Different ways to reach a first character from one rule.</summary>
    public int MaxBeginnings { get; init; } = 5_000;

    /// <summary>The same over all rules.</summary>
    public long MaxAllBeginnings { get; init; } = 5_000_000;

    /// <summary>Rules that begin with each other, in a chain.</summary>
    public int MaxChain { get; init; } = 4_000;

    /// <summary>
    /// Product of nested repetition counts at which llama.cpp refuses (MAX_REPETITION_THRESHOLD). It reads a larger upper
    /// bound as "no bound"; here that is refused too.
    /// </summary>
    public int MaxRepetition { get; init; } = 2_000;

    /// <summary>Tokens of the model that <c>&lt;[id]&gt;</c> may name; 0 refuses token symbols.</summary>
    public int VocabularySize { get; init; }
}
