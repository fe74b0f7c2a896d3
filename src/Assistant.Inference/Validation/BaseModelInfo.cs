using Assistant.Inference.Gguf;

namespace Assistant.Inference.Validation;

/// <summary>What is known of a base model that passed <see cref="BaseModelValidator"/>.</summary>
/// <param name="EmbeddingLength">Width of the hidden state, in numbers.</param>
/// <param name="HeadCount">Attention heads; the largest number where blocks differ, 0 for a model without attention.</param>
/// <param name="ContextLength">Tokens the model was trained for. An encoder with learned positions must not get more.</param>
/// <param name="VocabularySize">Number of tokens.</param>
/// <param name="ChatTemplate">Jinja text; null when the file has none.</param>
/// <param name="Pooling">Null when the file names none.</param>
/// <param name="IsCausal">False for encoders: they take a whole text in one batch.</param>
internal sealed record BaseModelInfo(
    GgufFile File,
    string Architecture,
    string? Name,
    int EmbeddingLength,
    int BlockCount,
    int HeadCount,
    int KeyValueHeadCount,
    int ContextLength,
    int VocabularySize,
    string? ChatTemplate,
    PoolingType? Pooling,
    bool IsCausal)
{
    /// <summary>The output matrix is the embedding matrix, as in small decoders.</summary>
    public bool HasTiedOutput => File.Find("output.weight") is null && !Architecture.Contains("bert", StringComparison.Ordinal);

    public GgufTensor? FindTensor(string name) => File.Find(name);
}
