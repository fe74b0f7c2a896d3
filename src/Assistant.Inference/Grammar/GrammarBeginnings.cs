namespace Assistant.Inference.Grammar;

/// <summary>
/// Checks which rules begin with which. A rule that begins with itself, directly or behind symbols that can be empty,
/// makes the native sampler grow its stacks without end; many ways to begin make it exponentially slow.
/// </summary>
internal sealed class GrammarBeginnings(IReadOnlyList<GrammarRule> rules, GrammarLimits limits)
{
    public GrammarProblem? Check()
    {
        var beginnings = Beginnings(GrammarClosure.Nullable(rules));
        var users = new List<int>[rules.Count];
        var open = new int[rules.Count];
        var done = new Stack<int>();
        for (var rule = 0; rule < rules.Count; rule++)
        {
            open[rule] = beginnings[rule].Count;
            foreach (var begun in beginnings[rule])
            {
                (users[begun] ??= []).Add(rule);
            }
            if (open[rule] == 0)
            {
                done.Push(rule);
            }
        }
        var ways = new long[rules.Count];
        var chain = new int[rules.Count];
        long all = 0;
        while (done.TryPop(out var rule))
        {
            ways[rule] = Math.Max(1, rules[rule].Alternatives.Count) + beginnings[rule].Sum(r => ways[r]);
            chain[rule] = 1 + beginnings[rule].Select(r => chain[r]).DefaultIfEmpty().Max();
            all += ways[rule];
            if (ways[rule] > limits.MaxBeginnings || all > limits.MaxAllBeginnings)
            {
                return At(rule, $"Rule '{rules[rule].Name}' can begin in too many ways.");
            }
            if (chain[rule] > limits.MaxChain)
            {
                return At(rule, $"More than {limits.MaxChain} rules begin with each other, from '{rules[rule].Name}' on.");
            }
            foreach (var user in users[rule] ?? [])
            {
                if (--open[user] == 0)
                {
                    done.Push(user);
                }
            }
        }
        var recursive = Array.FindIndex(open, o => o > 0);
        return recursive < 0 ? null : LeftRecursion(recursive, beginnings, open);
    }

    /// <summary>For each rule the references that can stand first, one entry for each occurrence.</summary>
    private List<int>[] Beginnings(bool[] nullable)
    {
        var beginnings = new List<int>[rules.Count];
        for (var rule = 0; rule < rules.Count; rule++)
        {
            beginnings[rule] = [];
            foreach (var alternative in rules[rule].Alternatives)
            {
                foreach (var symbol in alternative)
                {
                    if (symbol is not GrammarSymbol.Rule { Index: var index })
                    {
                        break;
                    }
                    beginnings[rule].Add(index);
                    if (!nullable[index])
                    {
                        break;
                    }
                }
            }
        }
        return beginnings;
    }

    private GrammarProblem LeftRecursion(int start, List<int>[] beginnings, int[] open)
    {
        // Every rule left over leads to another one left over: following them must come around.
        var seen = new HashSet<int>();
        var rule = start;
        while (seen.Add(rule))
        {
            rule = beginnings[rule].First(r => open[r] > 0);
        }
        return At(rule, $"Rule '{rules[rule].Name}' begins with itself (left recursion, or a repetition of something that can be empty).");
    }

    private GrammarProblem At(int rule, string message) => new(rules[rule].Line, rules[rule].Column, message);
}
