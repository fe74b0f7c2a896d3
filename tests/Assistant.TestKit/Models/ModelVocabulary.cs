namespace Assistant.TestKit.Models;

/// <summary>Tokens of a test model, as the keys <c>tokenizer.ggml.*</c> hold them.</summary>
public sealed class ModelVocabulary
{
    internal const int Normal = 1;
    internal const int Unknown = 2;
    internal const int Control = 3;
    internal const int Byte = 6;

    private readonly List<string> tokens = [];
    private readonly List<int> types = [];
    private readonly List<float> scores = [];
    private readonly List<bool> readable = [];

    internal ModelVocabulary(string model) => Model = model;

    /// <summary>Value of <c>tokenizer.ggml.model</c>: llama (SentencePiece), gpt2 (byte-level BPE) or bert (WordPiece).</summary>
    public string Model { get; }

    public int Count => tokens.Count;

    public IReadOnlyList<string> Tokens => tokens;

    /// <summary>Pairs of byte-level BPE, best first; empty for other models.</summary>
    public IReadOnlyList<string> Merges => MergeList;

    internal List<string> MergeList { get; } = [];

    internal Dictionary<string, object> Keys { get; } = [];

    /// <summary>Ids of tokens that are readable text: what a test model says.</summary>
    internal IEnumerable<int> Readable => Enumerable.Range(0, Count).Where(id => this.readable[id]);

    internal bool IsReadable(int id) => this.readable[id];

    internal int Add(string token, int type, float score = 0, bool readable = false)
    {
        tokens.Add(token);
        types.Add(type);
        scores.Add(score);
        this.readable.Add(readable);
        return tokens.Count - 1;
    }

    internal IEnumerable<KeyValuePair<string, object>> Metadata()
    {
        yield return new("tokenizer.ggml.model", Model);
        foreach (var (key, value) in Keys)
            yield return new($"tokenizer.ggml.{key}", value);
        yield return new("tokenizer.ggml.tokens", tokens.ToArray());
        if (Model != "gpt2")
            yield return new("tokenizer.ggml.scores", scores.ToArray());
        yield return new("tokenizer.ggml.token_type", types.ToArray());
        if (MergeList.Count > 0)
            yield return new("tokenizer.ggml.merges", MergeList.ToArray());
    }
}
