namespace Assistant.Inference.Host.Lifetime;

/// <summary>The server cannot start with these settings; the message names key, value and fix.</summary>
internal sealed class StartException(string message) : Exception(message);
