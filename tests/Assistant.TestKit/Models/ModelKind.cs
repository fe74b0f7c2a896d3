namespace Assistant.TestKit.Models;

/// <summary>What a test model is for.</summary>
public enum ModelKind
{
    /// <summary>A decoder of the llama architecture that generates text.</summary>
    Llama,

    /// <summary>An encoder of the bert architecture that gives one mean-pooled vector per text.</summary>
    BertEmbedder,

    /// <summary>An encoder of the bert architecture with a classification head: one score per pair of texts.</summary>
    BertReranker,
}
