using System.Collections.Immutable;
using Assistant.Inference.Gguf;

namespace Assistant.Inference.Validation;

/// <summary>What is known of a LoRA that passed <see cref="AdapterValidator"/> for a base.</summary>
/// <param name="Rank">The largest rank of its pairs.</param>
/// <param name="Alpha">A pair is applied with the request's scale · alpha / its rank.</param>
/// <param name="InvocationTokens">Tokens after which an aLoRA is active; empty for a plain LoRA.</param>
internal sealed record AdapterInfo(
    GgufFile File,
    string? Name,
    int Rank,
    float Alpha,
    ImmutableArray<AdapterPair> Pairs,
    ImmutableArray<int> InvocationTokens);
