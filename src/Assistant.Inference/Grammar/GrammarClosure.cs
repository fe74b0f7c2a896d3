namespace Assistant.Inference.Grammar;

/// <summary>
/// The rules for which something holds because all symbols of one alternative have it, as the least fixed point
/// (the linear algorithm for Horn clauses of Dowling and Gallier, 1984).
/// </summary>
internal static class GrammarClosure
{
    /// <summary>Rules that can be empty.</summary>
    public static bool[] Nullable(IReadOnlyList<GrammarRule> rules) => Compute(rules, terminals: false);

    /// <summary>Rules that can come to an end.</summary>
    public static bool[] Productive(IReadOnlyList<GrammarRule> rules) => Compute(rules, terminals: true);

    private static bool[] Compute(IReadOnlyList<GrammarRule> rules, bool terminals)
    {
        var holds = new bool[rules.Count];
        var waiting = new List<Clause>[rules.Count];
        var found = new Stack<int>();
        for (var rule = 0; rule < rules.Count; rule++)
        {
            foreach (var alternative in rules[rule].Alternatives)
            {
                if (!terminals && alternative.Any(s => s is not GrammarSymbol.Rule))
                {
                    continue;
                }
                var clause = new Clause(rule);
                foreach (var reference in alternative.OfType<GrammarSymbol.Rule>())
                {
                    clause.Missing++;
                    (waiting[reference.Index] ??= []).Add(clause);
                }
                if (clause.Missing == 0)
                {
                    found.Push(rule);
                }
            }
        }
        while (found.TryPop(out var rule))
        {
            if (holds[rule])
            {
                continue;
            }
            holds[rule] = true;
            foreach (var clause in waiting[rule] ?? [])
            {
                if (--clause.Missing == 0)
                {
                    found.Push(clause.Rule);
                }
            }
        }
        return holds;
    }

    private sealed class Clause(int rule)
    {
        public int Rule { get; } = rule;

        public int Missing { get; set; }
    }
}
