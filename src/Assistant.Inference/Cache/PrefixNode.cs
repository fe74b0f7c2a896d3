namespace Assistant.Inference.Cache;

/// <summary>A node of the radix tree: the tokens of the edge that leads to it, and the entries whose path goes through it.</summary>
internal sealed class PrefixNode(PrefixNode? parent, int[] tokens)
{
    public PrefixNode? Parent { get; private set; } = parent;

    public int[] Tokens { get; private set; } = tokens;

    /// <summary>By the first token of their edge.</summary>
    public Dictionary<int, PrefixNode> Children { get; } = [];

    /// <summary>Reference count of the node: it lives while an entry goes through it.</summary>
    public HashSet<PrefixEntry> Holders { get; } = [];

    /// <summary>Cuts the edge after some tokens; the upper half is a new node with the same holders.</summary>
    public PrefixNode Split(int length)
    {
        var upper = new PrefixNode(Parent, Tokens[..length]);
        upper.Holders.UnionWith(Holders);
        Parent!.Children[upper.Tokens[0]] = upper;
        Tokens = Tokens[length..];
        Parent = upper;
        upper.Children[Tokens[0]] = this;
        return upper;
    }
}
