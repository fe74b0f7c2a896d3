namespace Assistant.Adapters.Routing.Classification;

/// <summary>A text as weighted features of a <see cref="Vocabulary"/>.</summary>
/// <param name="Indices">Feature numbers, each once.</param>
/// <param name="Values">The weights that belong to them.</param>
/// <param name="UnknownShare">Share of the text's squared weight, 0–1, that fell on features outside the vocabulary.</param>
internal sealed record SparseVector(int[] Indices, float[] Values, float UnknownShare);
