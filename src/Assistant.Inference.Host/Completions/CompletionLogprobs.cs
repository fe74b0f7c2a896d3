using Assistant.Inference.Generation;
using Assistant.Inference.Host.Chat;

namespace Assistant.Inference.Host.Completions;

/// <summary>Log-probabilities in the form of OpenAI's plain completions.</summary>
/// <param name="TextOffset">Where each token starts in the completion (UTF-16 code units).</param>
internal sealed record CompletionLogprobs(
    IReadOnlyList<string> Tokens,
    IReadOnlyList<float> TokenLogprobs,
    IReadOnlyList<IReadOnlyDictionary<string, float>> TopLogprobs,
    IReadOnlyList<int> TextOffset)
{
    /// <summary>Null when the tokens carry none.</summary>
    /// <param name="offset">Where the first token starts; where the next one will, afterwards.</param>
    public static CompletionLogprobs? Of(IEnumerable<GeneratedToken> generated, ref int offset)
    {
        List<GeneratedToken> tokens = [.. generated.Where(t => t.Logprob is not null)];
        List<int> offsets = [];
        foreach (var token in tokens)
        {
            offsets.Add(offset);
            offset += token.Text.Length;
        }

        return tokens.Count == 0 ? null : new(
            [.. tokens.Select(t => t.Text)],
            [.. tokens.Select(t => ContentLogprob.Finite(t.Logprob!.Value))],
            [.. tokens.Select(Top)],
            offsets);
    }

    /// <summary>Keyed by text; of two tokens with the same text (parts of characters) the likelier one counts.</summary>
    private static Dictionary<string, float> Top(GeneratedToken token) =>
        (token.Top ?? []).GroupBy(t => t.Text).ToDictionary(g => g.Key, g => ContentLogprob.Finite(g.Max(t => t.Logprob)));
}
