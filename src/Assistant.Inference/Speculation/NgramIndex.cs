using System.Runtime.InteropServices;

namespace Assistant.Inference.Speculation;

/// <summary>Where each n-gram of a growing list of tokens ended last, its newest occurrence aside.</summary>
/// <param name="n">Tokens in an n-gram.</param>
internal sealed class NgramIndex(int n)
{
    private readonly Dictionary<ulong, Ends> ends = [];

    /// <summary>Takes in the n-gram that the last token completes.</summary>
    public void Extend(ReadOnlySpan<int> tokens)
    {
        if (tokens.Length < n)
        {
            return;
        }
        ref var ends = ref CollectionsMarshal.GetValueRefOrAddDefault(this.ends, Hash(tokens[^n..]), out _);
        ends = new Ends(tokens.Length, ends.Last);
    }

    /// <returns>The position after the last earlier occurrence of the suffix; null when there is none.</returns>
    public int? Find(ReadOnlySpan<int> tokens)
    {
        if (tokens.Length <= n || !this.ends.TryGetValue(Hash(tokens[^n..]), out var ends) || ends.Before == 0)
        {
            return null;
        }
        // Hashes may collide: the tokens decide.
        return tokens.Slice(ends.Before - n, n).SequenceEqual(tokens[^n..]) ? ends.Before : null;
    }

    /// <summary>FNV-1a, taken over tokens instead of bytes.</summary>
    private static ulong Hash(ReadOnlySpan<int> ngram)
    {
        var hash = 14695981039346656037UL;
        foreach (var token in ngram)
        {
            hash = (hash ^ (uint)token) * 1099511628211UL;
        }
        return hash;
    }

    /// <summary>Positions after the last and the last but one occurrence; 0 is none.</summary>
    private readonly record struct Ends(int Last, int Before);
}
