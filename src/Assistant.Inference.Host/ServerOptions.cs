using System.ComponentModel.DataAnnotations;

namespace Assistant.Inference.Host;

/// <summary>The server's own settings, section "Host"; those of the engine are in the section "Inference".</summary>
internal sealed record ServerOptions
{
    public const string Section = "Host";

    public const int ShortestKey = 16;

    /// <summary>Keys that callers send as "Authorization: Bearer KEY". Without any key only this machine may call.</summary>
    public IReadOnlyList<string> ApiKeys { get; init; } = [];

    /// <summary>Keys that may load and unload adapters, and all that the others may.</summary>
    public IReadOnlyList<string> AdminKeys { get; init; } = [];

    /// <summary>Adapters are only loaded from below this folder; null: from anywhere.</summary>
    public string? AdapterFolder { get; init; }

    /// <summary>Largest request body (bytes).</summary>
    [Range(1_024, 1_073_741_824, ErrorMessage = "Host:MaxBodyBytes must be between 1024 and 1073741824.")]
    public long MaxBodyBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Most requests in the server at once, whether computed, waiting or being read.</summary>
    [Range(1, 100_000, ErrorMessage = "Host:MaxConcurrentRequests must be between 1 and 100000.")]
    public int MaxConcurrentRequests { get; init; } = 512;

    /// <summary>Most tokens that a request generates when it names no limit.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Host:DefaultMaxTokens must be between 1 and 1000000.")]
    public int DefaultMaxTokens { get; init; } = 2_048;

    /// <summary>Ends when standard input closes, as it does when the process that started this one is gone.</summary>
    public bool ExitWithParent { get; init; }

    public bool HasKeys => ApiKeys.Count > 0 || AdminKeys.Count > 0;
}
