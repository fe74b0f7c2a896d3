namespace Assistant.Inference.Host.Generation;

/// <summary>Breaks a response that has started: the server closes the connection without the end mark of the body.</summary>
internal sealed class InterruptedGenerationException(string message) : Exception(message);
