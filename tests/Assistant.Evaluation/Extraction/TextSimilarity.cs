using System.Numerics;
using System.Text.RegularExpressions;

namespace Assistant.Evaluation.Extraction;

/// <summary>
/// Likeness of two texts by their words: 2 · LCS / (n + m), where LCS is the length of the longest common subsequence of
/// the words, so that order counts. Words are runs of letters and digits, lower case; punctuation and markup don't count.
/// </summary>
internal static partial class TextSimilarity
{
    private const int BitsPerWord = 64;

    public static double Of(string left, string right)
    {
        var (a, b) = (Words(left), Words(right));
        return a.Count + b.Count == 0 ? 1 : 2.0 * CommonSubsequence(a, b) / (a.Count + b.Count);
    }

    /// <summary>Bit-parallel: Hyyrö, "Bit-parallel LCS-length computation revisited" (2004).</summary>
    private static int CommonSubsequence(List<string> a, List<string> b)
    {
        var length = (a.Count + BitsPerWord - 1) / BitsPerWord;
        var positions = new Dictionary<string, ulong[]>(StringComparer.Ordinal);
        for (var i = 0; i < a.Count; i++)
        {
            if (!positions.TryGetValue(a[i], out var bits))
            {
                positions[a[i]] = bits = new ulong[length];
            }

            bits[i / BitsPerWord] |= 1UL << (i % BitsPerWord);
        }

        var state = new ulong[length];
        Array.Fill(state, ulong.MaxValue);
        foreach (var word in b)
        {
            if (!positions.TryGetValue(word, out var match))
            {
                continue;
            }

            var carry = 0UL;
            for (var i = 0; i < length; i++)
            {
                var common = state[i] & match[i];
                var sum = (UInt128)state[i] + common + carry;
                carry = (ulong)(sum >> BitsPerWord);
                state[i] = (ulong)sum | (state[i] - common);
            }
        }

        var unset = state.Sum(s => BitsPerWord - BitOperations.PopCount(s));
        return unset;
    }

    private static List<string> Words(string text) => [.. Word().Matches(text.Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant()).Select(m => m.Value)];

    [GeneratedRegex(@"[\p{L}\p{M}\p{Nd}]+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
