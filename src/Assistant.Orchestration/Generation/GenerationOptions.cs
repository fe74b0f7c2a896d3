using System.ComponentModel.DataAnnotations;

namespace Assistant.Orchestration.Generation;

/// <summary>Section "Generation": a server that is already running, and how any language model is asked.</summary>
internal sealed class GenerationOptions
{
    public const string Section = "Generation";

    /// <summary>Base URL of an OpenAI-compatible server, such as http://localhost:8080/v1; null for none.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>Model name that the server knows; null to send the adapter set's name ("base", "hr@3").</summary>
    public string? Model { get; set; }

    /// <summary>API key, where the server asks for one.</summary>
    public string? ApiKey { get; set; }

    [Range(0.0, 2.0, ErrorMessage = "Generation:Temperature must be between 0 and 2.")]
    public double Temperature { get; set; } = 0.2;

    public long Seed { get; set; } = 1;

    /// <summary>Tokens that one answer may have.</summary>
    [Range(16, 32_768, ErrorMessage = "Generation:MaxTokens must be between 16 and 32768.")]
    public int MaxTokens { get; set; } = 600;

    /// <summary>Tokens that prompt and answer may have together.</summary>
    [Range(1024, 1_048_576, ErrorMessage = "Generation:ContextTokens must be between 1024 and 1048576.")]
    public int ContextTokens { get; set; } = 8192;

    /// <summary>Time without a token after which the server counts as down.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ErrorMessage = "Generation:Timeout must be between 00:00:01 and 00:10:00.")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Time that a question waits for a busy or restarted server before it is answered with quotes; half of <see cref="Timeout"/> at most.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00", ErrorMessage = "Generation:Patience must be between 00:00:00 and 00:05:00.")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(15);
}
