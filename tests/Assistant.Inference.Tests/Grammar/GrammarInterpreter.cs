using System.Text;
using Assistant.Inference.Grammar;

namespace Assistant.Inference.Tests.Grammar;

/// <summary>Runs a grammar in both directions: writes random texts that it matches, and says whether it matches a text.</summary>
internal sealed class GrammarInterpreter(ParsedGrammar grammar)
{
    private const int DeepEnough = 30;

    private static readonly int[] Alphabet = [.. Enumerable.Range(' ', 95), 'é', 0x6F22, 0x1F600, 0x2028];

    private readonly int[] heights = Heights(grammar.Rules);

    public string Sample(Random random)
    {
        var text = new StringBuilder();
        Write(grammar.Root, 0, text, random);
        return text.ToString();
    }

    public bool Matches(string text)
    {
        HashSet<Stack?> stacks = [new(new GrammarSymbol.Rule(grammar.Root), null)];
        foreach (var rune in text.EnumerateRunes())
        {
            stacks = [.. Expand(stacks).Where(s => s?.Top is GrammarSymbol.Character c && c.Matches(rune.Value)).Select(s => s!.Below)];
        }
        return Expand(stacks).Contains(null);
    }

    private HashSet<Stack?> Expand(IEnumerable<Stack?> stacks)
    {
        HashSet<Stack?> expanded = [];
        var open = new Stack<Stack?>(stacks);
        while (open.TryPop(out var stack))
        {
            if (!expanded.Add(stack) || stack?.Top is not GrammarSymbol.Rule { Index: var rule })
            {
                continue;
            }
            foreach (var alternative in grammar.Rules[rule].Alternatives)
            {
                open.Push(alternative.Reverse().Aggregate(stack.Below, (below, symbol) => new Stack(symbol, below)));
            }
        }
        return expanded;
    }

    private void Write(int rule, int depth, StringBuilder text, Random random)
    {
        var alternatives = grammar.Rules[rule].Alternatives;
        var chosen = depth < DeepEnough ? alternatives[random.Next(alternatives.Count)] : alternatives.MinBy(a => Height(a, this.heights))!;
        foreach (var symbol in chosen)
        {
            if (symbol is GrammarSymbol.Rule { Index: var next })
            {
                Write(next, depth + 1, text, random);
            }
            else
            {
                text.Append(Pick((GrammarSymbol.Character)symbol, random).ToString());
            }
        }
    }

    private static Rune Pick(GrammarSymbol.Character character, Random random)
    {
        if (!character.Negated)
        {
            var range = character.Ranges[random.Next(character.Ranges.Count)];
            return new Rune(random.Next(range.First, range.Last + 1));
        }
        int[] matching = [.. Alphabet.Where(character.Matches)];
        return new Rune(matching[random.Next(matching.Length)]);
    }

    private static int[] Heights(IReadOnlyList<GrammarRule> rules)
    {
        var heights = Enumerable.Repeat(int.MaxValue, rules.Count).ToArray();
        for (var changed = true; changed;)
        {
            changed = false;
            for (var rule = rules.Count - 1; rule >= 0; rule--)
            {
                var height = rules[rule].Alternatives.Min(a => Height(a, heights));
                changed |= height < heights[rule];
                heights[rule] = Math.Min(heights[rule], height);
            }
        }
        return heights;
    }

    private static int Height(GrammarSymbol[] alternative, int[] heights)
    {
        var height = alternative.OfType<GrammarSymbol.Rule>().Select(r => heights[r.Index]).DefaultIfEmpty(0).Max();
        return height == int.MaxValue ? height : height + 1;
    }

    private sealed record Stack(GrammarSymbol Top, Stack? Below);
}
