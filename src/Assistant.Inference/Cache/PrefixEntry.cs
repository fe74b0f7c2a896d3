namespace Assistant.Inference.Cache;

/// <summary>
/// Keys and values of a token sequence under one adapter set: in the KV cache (of a running request, or kept after
/// it), or spilled to host memory.
/// </summary>
internal sealed class PrefixEntry(string key)
{
    /// <summary>Base and adapter content hashes with scales: what was computed under another key is never reused.</summary>
    public string Key => key;

    /// <summary>Sequence id in the KV cache; -1 when it is in host memory.</summary>
    public int Sequence { get; set; } = -1;

    public byte[]? State { get; set; }

    /// <summary>Number of tokens registered in the tree.</summary>
    public int Length { get; set; }

    /// <summary>A request computes on it: it can be copied from but not evicted.</summary>
    public bool Running { get; set; }

    /// <summary>Order of last use; higher is later.</summary>
    public long LastUsed { get; set; }

    /// <summary>Deepest node of the entry's path.</summary>
    public PrefixNode? Leaf { get; set; }

    public bool IsResident => Sequence >= 0;
}
