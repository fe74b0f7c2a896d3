using Assistant.Inference.Gguf;
using Assistant.Inference.Runtime;
using Assistant.Inference.Templates;

namespace Assistant.Inference.Embeddings;

/// <summary>
/// Writes a query and a document as a reranker was trained to read them: with the model's own template where it has
/// one, else as two texts with the special tokens between them that llama.cpp's converter recorded.
/// </summary>
internal sealed class PairPrompt(IRuntimeVocabulary vocabulary, GgufMetadata metadata)
{
    private readonly string? template = metadata.Text("tokenizer.chat_template.rerank");
    private readonly ControlTokenGuard guard = new(metadata);

    /// <returns>The tokens, cut in the document where they are more than the limit.</returns>
    public (int[] Tokens, bool Cut) Build(string query, string document, int limit)
    {
        if (template is not null)
        {
            var text = template.Replace("{query}", guard.Neutralize(query), StringComparison.Ordinal).Replace("{document}", guard.Neutralize(document), StringComparison.Ordinal);
            var whole = vocabulary.Tokenize(text, addSpecial: true, parseSpecial: true);
            return whole.Length <= limit ? (whole, false) : (whole[..limit], true);
        }

        var (begin, end, separator) = vocabulary.Adds;
        // Models of the bert family have a separator but no end token.
        int[] last = !end ? [] : vocabulary.EndOfSequence >= 0 ? [vocabulary.EndOfSequence] : [vocabulary.Separator];
        int[] head =
        [
            .. begin && vocabulary.BeginOfSequence >= 0 ? (int[])[vocabulary.BeginOfSequence] : [],
            .. vocabulary.Tokenize(query, addSpecial: false, parseSpecial: false),
            .. last,
            .. separator && vocabulary.Separator >= 0 ? (int[])[vocabulary.Separator] : [],
        ];
        head = head[..Math.Min(head.Length, limit / 2)];
        var tail = vocabulary.Tokenize(document, addSpecial: false, parseSpecial: false);
        var room = Math.Max(0, limit - head.Length - last.Length);
        return ([.. head, .. tail.Take(room), .. last], tail.Length > room);
    }
}
