using System.Buffers;
using Assistant.Inference.Gguf;

namespace Assistant.Inference.Templates;

/// <summary>
/// Keeps control tokens that somebody wrote into a message from acting as such: otherwise a question or a document
/// could end the user's turn and speak as the system.
/// </summary>
internal sealed class ControlTokenGuard
{
    // Invisible, and enough for the tokenizer not to see the control token.
    private const char Separator = '\u2060';

    // Token types of GGUF.
    private const int Control = 3, UserDefined = 4;

    private readonly SearchValues<string> controls;

    public ControlTokenGuard(GgufMetadata metadata)
    {
        var texts = metadata.TryGet<string[]>("tokenizer.ggml.tokens", out var tokens) && metadata.TryGet<int[]>("tokenizer.ggml.token_type", out var types)
            ? tokens.Where((text, id) => id < types.Length && types[id] is Control or UserDefined && text.Length > 2)
            : [];
        controls = SearchValues.Create([.. texts], StringComparison.Ordinal);
    }

    /// <summary>The text with every control token's spelling broken.</summary>
    public string Neutralize(string text)
    {
        var at = text.AsSpan().IndexOfAny(controls);
        if (at < 0)
        {
            return text;
        }

        // After its first character, and again in what follows: control tokens may overlap.
        return string.Concat(text.AsSpan(0, at + 1), $"{Separator}", Neutralize(text[(at + 1)..]));
    }
}
