namespace Assistant.Inference.Grammar;

/// <summary>Why a GBNF grammar is refused.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 code units.</param>
public sealed record GrammarProblem(int Line, int Column, string Message);
