namespace Assistant.Inference.Embeddings;

/// <param name="Vectors">One per text, each of unit length.</param>
/// <param name="Cut">How many texts were cut to the model's context.</param>
public sealed record EmbeddingBatch(IReadOnlyList<float[]> Vectors, int Tokens, int Cut);

/// <param name="Scores">One per document, in the order given.</param>
/// <param name="Cut">How many documents were cut to the model's context.</param>
public sealed record RerankBatch(IReadOnlyList<float> Scores, int Tokens, int Cut);
