namespace Assistant.Inference;

/// <summary>The configured model cannot be used; the message names file, field and what to do. The host stops with it.</summary>
public sealed class ModelFileException(string message) : Exception(message);
