namespace Assistant.Inference.Cache;

/// <summary>
/// Radix trees over token sequences, one per adapter set: finds the entry that shares the longest prefix with a
/// prompt in time linear in the prompt.
/// </summary>
internal sealed class PrefixTree
{
    private readonly Dictionary<string, PrefixNode> roots = [];

    /// <summary>Puts an entry on the path of its tokens, or extends its path; the tokens so far must be unchanged.</summary>
    public void Insert(PrefixEntry entry, ReadOnlySpan<int> tokens)
    {
        if (!roots.TryGetValue(entry.Key, out var node))
        {
            roots[entry.Key] = node = new PrefixNode(null, []);
        }

        var rest = tokens;
        while (rest.Length > 0)
        {
            if (!node.Children.TryGetValue(rest[0], out var child))
            {
                child = new PrefixNode(node, rest.ToArray());
                node.Children[rest[0]] = child;
            }

            var common = child.Tokens.AsSpan().CommonPrefixLength(rest);
            node = common == child.Tokens.Length ? child : child.Split(common);
            node.Holders.Add(entry);
            rest = rest[common..];
        }

        entry.Leaf = node;
        entry.Length = tokens.Length;
    }

    public void Remove(PrefixEntry entry)
    {
        for (var node = entry.Leaf; node?.Parent is { } parent; node = parent)
        {
            node.Holders.Remove(entry);
            if (node.Holders.Count == 0)
            {
                parent.Children.Remove(node.Tokens[0]);
            }
        }

        if (roots.TryGetValue(entry.Key, out var root) && root.Children.Count == 0)
        {
            roots.Remove(entry.Key);
        }

        (entry.Leaf, entry.Length) = (null, 0);
    }

    /// <summary>The entry that shares the longest prefix with the tokens, of those that a condition holds for.</summary>
    public PrefixMatch Find(string key, ReadOnlySpan<int> tokens, Func<PrefixEntry, bool> condition)
    {
        PrefixMatch best = default;
        var node = roots.GetValueOrDefault(key);
        var rest = tokens;
        var length = 0;
        while (node is not null && rest.Length > 0 && node.Children.TryGetValue(rest[0], out var child))
        {
            var common = child.Tokens.AsSpan().CommonPrefixLength(rest);
            length += common;
            best = child.Holders.FirstOrDefault(condition) is { } holder ? new PrefixMatch(holder, length) : best;
            rest = rest[common..];
            node = common == child.Tokens.Length ? child : null;
        }

        return best;
    }

    /// <summary>Entries whose tokens are a prefix of this entry's: it makes them needless.</summary>
    public static IReadOnlyList<PrefixEntry> Subsumed(PrefixEntry entry)
    {
        List<PrefixEntry> subsumed = [];
        for (var node = entry.Leaf; node?.Parent is not null; node = node.Parent)
        {
            subsumed.AddRange(node.Holders.Where(h => h != entry && h.Leaf == node));
        }

        return subsumed;
    }

    /// <summary>Number of distinct tokens on the paths of the entries that a condition holds for.</summary>
    public int DistinctTokens(Func<PrefixEntry, bool> condition)
    {
        var total = 0;
        var open = new Stack<PrefixNode>(roots.Values);
        while (open.TryPop(out var node))
        {
            total += node.Holders.Any(condition) ? node.Tokens.Length : 0;
            foreach (var child in node.Children.Values)
            {
                open.Push(child);
            }
        }

        return total;
    }
}

/// <param name="Length">Tokens in common; 0 without an entry.</param>
internal readonly record struct PrefixMatch(PrefixEntry? Entry, int Length);
