using System.Buffers;
using Assistant.Text.Sentences;

namespace Assistant.Policies.Detectors.Matching;

/// <summary>Terms that are searched for together, as whole words, in any case.</summary>
internal sealed class TermList
{
    private readonly SearchValues<string> search;
    private readonly ILookup<char, string> byFirst;

    /// <param name="terms">At least one, none of them empty.</param>
    public TermList(IReadOnlyList<string> terms)
    {
        search = SearchValues.Create([.. terms], StringComparison.OrdinalIgnoreCase);
        byFirst = terms.OrderByDescending(t => t.Length).ToLookup(t => char.ToUpperInvariant(t[0]));
    }

    public bool IsIn(string text) => Find(text).Any();

    public IEnumerable<TextSpan> Find(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var next = text.AsSpan(at).IndexOfAny(search);
            if (next < 0)
            {
                yield break;
            }

            at += next;
            var length = LengthAt(text, at);
            if (length > 0)
            {
                yield return new TextSpan(at, length);
            }

            at += Math.Max(1, length);
        }
    }

    /// <summary>Length of the longest term that stands at an offset as whole words; 0 for none.</summary>
    private int LengthAt(string text, int at) =>
        at > 0 && IsWord(text[at - 1]) && IsWord(text[at])
            ? 0
            : byFirst[char.ToUpperInvariant(text[at])]
                .Where(t => string.Compare(text, at, t, 0, t.Length, StringComparison.OrdinalIgnoreCase) == 0)
                .Where(t => at + t.Length == text.Length || !IsWord(text[at + t.Length]) || !IsWord(t[^1]))
                .Select(t => t.Length)
                .FirstOrDefault();

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
