namespace Assistant.Inference.Grammar;

/// <summary>A rule of a grammar; groups and repetitions become rules with the name of the one they stand in.</summary>
internal sealed class GrammarRule(string name, int line, int column)
{
    public string Name { get; } = name;

    /// <summary>Where it was first named, from 1.</summary>
    public int Line { get; } = line;

    public int Column { get; } = column;

    /// <summary>Empty until the rule is defined.</summary>
    public List<GrammarSymbol[]> Alternatives { get; } = [];
}

/// <summary>A grammar that passed validation. Groups and repetitions are written out as llama.cpp does it.</summary>
internal sealed record ParsedGrammar(IReadOnlyList<GrammarRule> Rules, int Root);
