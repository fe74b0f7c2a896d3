namespace Assistant.TestKit.Models;

/// <summary>Shape and content of a test model. The same options always give the same file, byte for byte.</summary>
public sealed record TinyModelOptions
{
    public int Seed { get; init; } = 1;

    public ModelKind Kind { get; init; } = ModelKind.Llama;

    public ModelSpeech Speech { get; init; } = ModelSpeech.Random;

    public int Embedding { get; init; } = 64;

    public int Layers { get; init; } = 2;

    public int Heads { get; init; } = 4;

    /// <summary>Fewer than <see cref="Heads"/>: grouped-query attention.</summary>
    public int KeyValueHeads { get; init; } = 2;

    public int FeedForward { get; init; } = 128;

    public int Context { get; init; } = 2048;

    public ModelVocabulary Vocabulary { get; init; } = Vocabularies.Spm();

    /// <summary>The output matrix is the embedding matrix.</summary>
    public bool TiedOutput { get; init; }

    public WeightType Weights { get; init; } = WeightType.F32;

    /// <summary>Null: the file has no template.</summary>
    public string? ChatTemplate { get; init; } = ChatTemplates.ChatMl;

    public string Name { get; init; } = "tiny";
}
