namespace Assistant.Benchmarks.Load;

/// <summary>One request of a load.</summary>
/// <param name="Adapter">Index into the adapters; null is the base model.</param>
/// <param name="Tokens">Tokens to generate: the model's wish to end is ignored.</param>
/// <param name="Lookup">Prompt lookup, where the server has it.</param>
internal sealed record LoadRequest(Prompt Prompt, int? Adapter, int Tokens, bool Lookup, string User = "user");

/// <summary>Text, or token ids where text would not give the same tokens back.</summary>
internal sealed record Prompt(string? Text, IReadOnlyList<int>? Tokens = null);
