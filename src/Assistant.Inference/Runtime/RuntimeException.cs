namespace Assistant.Inference.Runtime;

/// <summary>The native library refused a call or failed in one; the message says which and what to do.</summary>
public sealed class RuntimeException(string message) : Exception(message);
