using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Assistant.Adapters.Routing.Classification;

/// <summary>
/// The features of the training texts with their inverse document frequencies. Weights are (1 + ln tf) · idf; words
/// and character runs are each scaled to a fixed length, so that neither drowns the other.
/// </summary>
internal sealed class Vocabulary
{
    private const float WordLength = 1;
    private const float RunLength = 0.7f;

    private readonly Dictionary<ulong, int> numbers = [];
    private readonly float[] idf;
    private readonly float unknownIdf;

    public Vocabulary(IReadOnlyCollection<TextFeatures> texts)
    {
        var frequencies = new List<int>();
        foreach (var feature in texts.SelectMany(t => t.Words.Keys.Concat(t.Runs.Keys)))
        {
            if (numbers.TryAdd(feature, frequencies.Count))
            {
                frequencies.Add(1);
            }
            else
            {
                frequencies[numbers[feature]]++;
            }
        }

        // The smoothed form ln((1 + n) / (1 + df)) + 1, which stays finite for a feature that no text has.
        idf = [.. frequencies.Select(df => Idf(texts.Count, df))];
        unknownIdf = Idf(texts.Count, 0);
    }

    /// <summary>Number of features.</summary>
    public int Size => idf.Length;

    public SparseVector Vectorize(TextFeatures features)
    {
        var indices = new List<int>(features.Words.Count + features.Runs.Count);
        var values = new List<float>(indices.Capacity);
        var unknown = Append(features.Words, WordLength, indices, values) + Append(features.Runs, RunLength, indices, values);
        return new SparseVector([.. indices], [.. values], unknown / 2);
    }

    /// <summary>Adds one kind of feature, scaled to a length, and returns the share of its squared weight that is unknown.</summary>
    private float Append(Dictionary<ulong, int> counts, float length, List<int> indices, List<float> values)
    {
        var first = values.Count;
        var known = 0f;
        var unknown = 0f;
        foreach (var (feature, count) in counts)
        {
            var tf = 1 + MathF.Log(count);
            if (numbers.TryGetValue(feature, out var number))
            {
                var weight = tf * idf[number];
                indices.Add(number);
                values.Add(weight);
                known += weight * weight;
            }
            else
            {
                unknown += tf * unknownIdf * (tf * unknownIdf);
            }
        }

        var total = known + unknown;
        if (total == 0)
        {
            return 1;
        }

        var block = CollectionsMarshal.AsSpan(values)[first..];
        TensorPrimitives.Multiply(block, length / MathF.Sqrt(total), block);
        return unknown / total;
    }

    private static float Idf(int texts, int frequency) => MathF.Log((1f + texts) / (1f + frequency)) + 1;
}
