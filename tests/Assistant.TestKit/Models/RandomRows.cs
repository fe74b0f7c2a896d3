using System.Text;

namespace Assistant.TestKit.Models;

/// <summary>Fills a row of a tensor: <paramref name="row"/> counts over all dimensions but the first.</summary>
internal delegate void RowSource(long row, Span<float> destination);

/// <summary>Reproducible random weights: a value depends on seed, tensor name, row and column alone.</summary>
internal static class RandomRows
{
    /// <summary>
    /// Values of nearly normal distribution with mean 0 and the given standard deviation: the sum of four uniform
    /// numbers (Irwin-Hall), which is within ±3.5 deviations and cheap enough for hundreds of millions.
    /// </summary>
    public static RowSource Normal(int seed, string tensor, double deviation)
    {
        var start = Seed(seed, tensor);
        var factor = (float)(deviation * Math.Sqrt(3) / 65536);
        return (row, destination) =>
        {
            var state = Mix(start + (ulong)row * 0x9E3779B97F4A7C15);
            foreach (ref var value in destination)
            {
                var bits = Mix(state += 0x9E3779B97F4A7C15);
                var sum = (int)(bits & 0xFFFF) + (int)(bits >> 16 & 0xFFFF) + (int)(bits >> 32 & 0xFFFF) + (int)(bits >> 48);
                value = (sum - 131070) * factor;
            }
        };
    }

    /// <summary>Every value is <paramref name="size"/> with a random sign.</summary>
    public static RowSource Signs(int seed, string tensor, float size)
    {
        var normal = Normal(seed, tensor, 1);
        return (row, destination) =>
        {
            normal(row, destination);
            foreach (ref var value in destination)
                value = value < 0 ? -size : size;
        };
    }

    public static RowSource Constant(float value) => (_, destination) => destination.Fill(value);

    /// <summary>A permutation of the items that depends on the seed alone.</summary>
    public static int[] Shuffled(int seed, IEnumerable<int> items)
    {
        var start = Seed(seed, "shuffle");
        return [.. items.OrderBy(item => Mix(start + (ulong)item * 0x9E3779B97F4A7C15)).ThenBy(item => item)];
    }

    private static ulong Seed(int seed, string tensor)
    {
        var hash = 14695981039346656037UL ^ (uint)seed;
        foreach (var unit in Encoding.UTF8.GetBytes(tensor))
            hash = (hash ^ unit) * 1099511628211UL;
        return Mix(hash);
    }

    /// <summary>The finalizer of SplitMix64 (Steele, Lea and Flood 2014).</summary>
    private static ulong Mix(ulong value)
    {
        value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9;
        value = (value ^ value >> 27) * 0x94D049BB133111EB;
        return value ^ value >> 31;
    }
}
