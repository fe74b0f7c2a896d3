namespace Assistant.Inference.Grammar;

/// <summary>
/// Parses GBNF as llama.cpp's <c>llama_grammar_parser</c> does and writes out groups and repetitions in the same way, so
/// that what is checked afterwards is what the native sampler would run.
/// </summary>
internal sealed class GbnfParser(string text, GrammarLimits limits)
{
    private readonly GbnfReader reader = new(text);
    private readonly Dictionary<string, int> names = new(StringComparer.Ordinal);
    private readonly List<GrammarRule> rules = [];
    private long symbols;

    public GrammarProblem? Problem => reader.Problem;

    public IReadOnlyList<GrammarRule> Rules => this.rules;

    public bool Parse()
    {
        if (text.IndexOf('\0', StringComparison.Ordinal) is var zero and >= 0)
        {
            return reader.Fail("A grammar must not hold U+0000.", zero);
        }
        reader.SkipSpace(acrossLines: true);
        while (!reader.AtEnd)
        {
            if (!ParseRule())
            {
                return false;
            }
        }
        return true;
    }

    private bool ParseRule()
    {
        var start = reader.Position;
        if (reader.ReadName() is not { } name || !Refer(name, start, out var index))
        {
            return false;
        }
        var rule = this.rules[index];
        if (rule.Alternatives.Count > 0)
        {
            return reader.Fail($"Rule '{name}' is defined twice.", start);
        }
        reader.SkipSpace(acrossLines: false);
        if (!reader.Expect("::="))
        {
            return false;
        }
        reader.SkipSpace(acrossLines: true);
        if (!ParseAlternatives(rule, depth: 0))
        {
            return false;
        }
        if (!reader.AtEnd && reader.Next is not ('\r' or '\n'))
        {
            return reader.Fail("Expected a new line or the end of the grammar.");
        }
        reader.SkipSpace(acrossLines: true);
        return true;
    }

    private bool ParseAlternatives(GrammarRule rule, int depth)
    {
        while (true)
        {
            if (ParseSequence(rule, depth) is not { } sequence)
            {
                return false;
            }
            rule.Alternatives.Add([.. sequence]);
            if (reader.Next != '|')
            {
                return true;
            }
            reader.Skip(1);
            reader.SkipSpace(acrossLines: true);
        }
    }

    private List<GrammarSymbol>? ParseSequence(GrammarRule rule, int depth)
    {
        List<GrammarSymbol> sequence = [];
        // What a repetition applies to: the symbols from here on, and how many rules they stand for.
        var itemStart = 0;
        long itemRules = 1;
        while (reader.Next is '"' or '[' or '(' or '.' or '<' or '!' or '*' or '+' or '?' or '{' || GbnfReader.IsNameCharacter(reader.Next))
        {
            var position = reader.Position;
            if (reader.Next is '*' or '+' or '?' or '{')
            {
                if (!GbnfRepetition.Read(reader, acrossLines: depth > 0, out var repetition)
                    || !Repeat(rule, sequence, itemStart, ref itemRules, repetition, position))
                {
                    return null;
                }
            }
            else
            {
                itemStart = sequence.Count;
                if (!ParseItem(rule, sequence, depth, out itemRules) || !Count(sequence.Count - itemStart, position))
                {
                    return null;
                }
            }
            reader.SkipSpace(acrossLines: depth > 0);
        }
        return sequence;
    }

    private bool ParseItem(GrammarRule rule, List<GrammarSymbol> sequence, int depth, out long rules)
    {
        rules = 1;
        var start = reader.Position;
        switch (reader.Next)
        {
            case '"':
                return GbnfTerminals.ReadLiteral(reader, sequence);
            case '[':
                return GbnfTerminals.ReadClass(reader, sequence);
            case '<' or '!':
                return GbnfTerminals.ReadToken(reader, sequence, limits.VocabularySize);
            case '.':
                reader.Skip(1);
                sequence.Add(GrammarSymbol.Character.Any);
                return true;
            case '(':
                var before = this.rules.Count;
                if (!ParseGroup(rule, sequence, depth + 1))
                {
                    return false;
                }
                rules = this.rules.Count - before;
                return true;
            default:
                if (reader.ReadName() is not { } name || !Refer(name, start, out var index))
                {
                    return false;
                }
                sequence.Add(new GrammarSymbol.Rule(index));
                return true;
        }
    }

    private bool ParseGroup(GrammarRule rule, List<GrammarSymbol> sequence, int depth)
    {
        if (depth > limits.MaxNesting)
        {
            return reader.Fail($"More than {limits.MaxNesting} groups stand within each other.");
        }
        if (!AddRule(rule.Name, reader.Position, out var index))
        {
            return false;
        }
        reader.Skip(1);
        reader.SkipSpace(acrossLines: true);
        if (!ParseAlternatives(this.rules[index], depth) || !reader.Expect(")"))
        {
            return false;
        }
        sequence.Add(new GrammarSymbol.Rule(index));
        return true;
    }

    /// <summary>S{m,n} becomes m times S and a chain of n - m optional ones; S{m,} ends in a rule that repeats itself.</summary>
    private bool Repeat(GrammarRule rule, List<GrammarSymbol> sequence, int start, ref long itemRules, GbnfRepetition repetition, int position)
    {
        if (sequence.Count == start)
        {
            return reader.Fail("There is nothing to repeat here.", position);
        }
        var (min, max) = repetition;
        if (max < min)
        {
            return reader.Fail($"The upper bound {max} is below the lower bound {min}.", position);
        }
        itemRules *= max is > 0 ? max.Value : Math.Max(1, min);
        if (itemRules >= limits.MaxRepetition || min > limits.MaxRepetition)
        {
            return reader.Fail($"Repetitions must multiply to less than {limits.MaxRepetition}.", position);
        }
        GrammarSymbol[] item = [.. sequence.Skip(start)];
        var optional = max is null ? 1 : max.Value - min;
        if (!Count(item.Length * ((long)min + optional), position))
        {
            return false;
        }
        sequence.RemoveRange(start, item.Length);
        for (var i = 0; i < min; i++)
        {
            sequence.AddRange(item);
        }
        GrammarSymbol? tail = null;
        for (var i = 0; i < optional; i++)
        {
            if (!AddRule(rule.Name, position, out var index))
            {
                return false;
            }
            var next = max is null ? new GrammarSymbol.Rule(index) : tail;
            this.rules[index].Alternatives.Add(next is null ? item : [.. item, next]);
            this.rules[index].Alternatives.Add([]);
            tail = new GrammarSymbol.Rule(index);
        }
        if (tail is not null)
        {
            sequence.Add(tail);
        }
        return true;
    }

    private bool Refer(string name, int position, out int index)
    {
        if (names.TryGetValue(name, out index))
        {
            return true;
        }
        names.Add(name, this.rules.Count);
        return AddRule(name, position, out index);
    }

    private bool AddRule(string name, int position, out int index)
    {
        index = this.rules.Count;
        if (index >= limits.MaxRules)
        {
            return reader.Fail($"The grammar comes to more than {limits.MaxRules} rules.", position);
        }
        var (line, column) = reader.PlaceOf(position);
        this.rules.Add(new GrammarRule(name, line, column));
        return true;
    }

    private bool Count(long symbols, int position) =>
        (this.symbols += symbols) <= limits.MaxSymbols
        || reader.Fail($"The grammar comes to more than {limits.MaxSymbols} symbols, with repetitions written out.", position);
}
