namespace Assistant.Core.Answers;

/// <summary>Whether a language model is configured, or answers quote the documents.</summary>
public sealed record GeneratorStatus(bool HasModel);
