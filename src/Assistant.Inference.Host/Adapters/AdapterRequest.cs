namespace Assistant.Inference.Host.Adapters;

/// <param name="Name">The name that requests will choose it by, e.g. "hr@3".</param>
/// <param name="Path">Its GGUF file on the server, absolute or below Host:AdapterFolder.</param>
internal sealed record AdapterRequest(string? Name, string? Path);
