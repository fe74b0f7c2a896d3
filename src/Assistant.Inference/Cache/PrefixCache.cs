using Assistant.Inference.Runtime;

namespace Assistant.Inference.Cache;

/// <summary>
/// Keeps computed prefixes for the next request: in the KV cache while there is room, then in host memory. Used by the
/// engine's thread alone.
/// </summary>
/// <param name="maxResident">
/// Prefixes that stay in the KV cache while others compute. Attention looks at every cell up to the last one in use, so
/// that each of them slows every step down a little.
/// </param>
/// <param name="hostBytes">Host memory for the others.</param>
internal sealed class PrefixCache(IRuntimeContext context, SequenceIds sequences, int maxResident, long hostBytes)
{
    // Shorter prefixes are computed again faster than they are moved.
    private const int WorthSpilling = 64;

    private readonly PrefixTree tree = new();
    private readonly HashSet<PrefixEntry> kept = [];
    private readonly HashSet<PrefixEntry> spilled = [];
    private long clock;

    public int KeptCount => kept.Count;

    public long HostBytes { get; private set; }

    public long Evictions { get; private set; }

    public long Restores { get; private set; }

    /// <summary>Distinct KV cells of running requests, as far as registered.</summary>
    public int RunningCells => tree.DistinctTokens(e => e.Running);

    /// <summary>Distinct KV cells of kept prefixes, those shared with running requests included.</summary>
    public int KeptCells => tree.DistinctTokens(e => e.IsResident && !e.Running);

    /// <summary>Length of the longest prefix that a request would find.</summary>
    public int Peek(string key, ReadOnlySpan<int> tokens) => tree.Find(key, tokens, _ => true).Length;

    /// <summary>Length of the longest prefix that a request would share with a running one: it takes no further cells.</summary>
    public int SharedWithRunning(string key, ReadOnlySpan<int> tokens) => tree.Find(key, tokens, e => e.Running).Length;

    /// <summary>Starts an entry for a request on an empty sequence, with the longest known prefix already in it.</summary>
    /// <returns>The entry and how many of its tokens are computed already.</returns>
    public (PrefixEntry Entry, int Reused) Start(string key, ReadOnlySpan<int> tokens, int sequence)
    {
        var resident = tree.Find(key, tokens, e => e.IsResident);
        var any = tree.Find(key, tokens, _ => true);
        if (any.Length - resident.Length >= WorthSpilling)
        {
            Restore(any.Entry!);
            // Making room may have evicted what was found before.
            resident = tree.Find(key, tokens, e => e.IsResident);
        }

        var entry = new PrefixEntry(key) { Sequence = sequence, Running = true };
        if (resident.Entry is { } source)
        {
            source.LastUsed = ++clock;
            context.CopyPrefix(source.Sequence, sequence, resident.Length);
        }

        tree.Insert(entry, tokens[..resident.Length]);
        // One that is shared whole takes no cells of its own.
        Trim(except: resident.Entry?.Length == resident.Length ? resident.Entry : null);
        return (entry, resident.Length);
    }

    /// <summary>Makes tokens computed since then available to others.</summary>
    public void Extend(PrefixEntry entry, ReadOnlySpan<int> computed) => tree.Insert(entry, computed);

    /// <summary>Keeps what a request computed, until the room is needed.</summary>
    public void Keep(PrefixEntry entry, ReadOnlySpan<int> computed)
    {
        tree.Insert(entry, computed);
        (entry.Running, entry.LastUsed) = (false, ++clock);
        if (computed.Length == 0 || maxResident + hostBytes == 0 || entry.Leaf!.Holders.Any(h => h != entry && h.IsResident))
        {
            Drop(entry);
            return;
        }

        kept.Add(entry);
        foreach (var needless in PrefixTree.Subsumed(entry).Where(e => !e.Running))
        {
            Discard(needless);
        }
    }

    /// <summary>Forgets what a request computed.</summary>
    public void Drop(PrefixEntry entry)
    {
        tree.Remove(entry);
        Free(entry);
    }

    /// <summary>Frees the prefix that was used longest ago, after saving it to host memory.</summary>
    /// <returns>False when none is kept.</returns>
    public bool EvictOldest()
    {
        var oldest = kept.MinBy(e => e.LastUsed);
        if (oldest is not null)
        {
            Evict(oldest);
        }

        return oldest is not null;
    }

    /// <summary>Forgets every prefix computed under a key that a condition holds for.</summary>
    public void Forget(Func<string, bool> key)
    {
        foreach (var entry in kept.Concat(spilled).Where(e => key(e.Key)).ToList())
        {
            Discard(entry);
        }
    }

    private void Trim(PrefixEntry? except)
    {
        var idle = kept.Where(e => e != except).OrderBy(e => e.LastUsed).ToList();
        idle.SkipLast(maxResident).ToList().ForEach(Evict);
    }

    private void Evict(PrefixEntry entry)
    {
        kept.Remove(entry);
        Evictions++;
        if (!Spill(entry))
        {
            tree.Remove(entry);
        }

        Free(entry);
    }

    private bool Spill(PrefixEntry entry)
    {
        var size = context.StateSize(entry.Sequence);
        if (entry.Length < WorthSpilling || size > hostBytes)
        {
            return false;
        }

        while (HostBytes + size > hostBytes && spilled.MinBy(e => e.LastUsed) is { } oldest)
        {
            Discard(oldest);
        }

        entry.State = new byte[size];
        context.SaveState(entry.Sequence, entry.State);
        HostBytes += size;
        return spilled.Add(entry);
    }

    private void Restore(PrefixEntry entry)
    {
        // Not among the spilled ones while room is made: that may drop some of them.
        spilled.Remove(entry);
        do
        {
            if (sequences.TryTake() is not { } sequence)
            {
                continue;
            }

            if (context.RestoreState(sequence, entry.State))
            {
                Restores++;
                HostBytes -= entry.State!.Length;
                (entry.State, entry.Sequence, entry.LastUsed) = (null, sequence, ++clock);
                kept.Add(entry);
                return;
            }

            context.Truncate(sequence, 0);
            sequences.Return(sequence);
        }
        while (EvictOldest());
        spilled.Add(entry);
    }

    private void Discard(PrefixEntry entry)
    {
        kept.Remove(entry);
        if (spilled.Remove(entry))
        {
            HostBytes -= entry.State!.Length;
            entry.State = null;
        }

        Drop(entry);
    }

    private void Free(PrefixEntry entry)
    {
        if (entry.IsResident)
        {
            context.Truncate(entry.Sequence, 0);
            sequences.Return(entry.Sequence);
            entry.Sequence = -1;
        }
    }
}
