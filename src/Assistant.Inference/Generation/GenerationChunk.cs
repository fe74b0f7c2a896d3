namespace Assistant.Inference.Generation;

/// <summary>A piece of output. Its text may be empty while a character or a possible stop text is incomplete.</summary>
/// <param name="Tokens">The tokens behind the text, with probabilities when the request asked for them.</param>
public sealed record GenerationChunk(string Text, IReadOnlyList<GeneratedToken> Tokens);

/// <param name="Text">The token's own text (U+FFFD where it is a part of a character).</param>
/// <param name="Logprob">Natural logarithm of its probability before truncation and temperature; null unless asked for.</param>
public sealed record GeneratedToken(int Token, string Text, float? Logprob = null, IReadOnlyList<TokenLogprob>? Top = null);

public sealed record TokenLogprob(int Token, string Text, float Logprob);
