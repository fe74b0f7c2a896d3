using System.Text.Json.Serialization;
using Assistant.Inference.Host.Generation;

namespace Assistant.Inference.Host.Completions;

/// <summary>Body of POST /v1/completions.</summary>
internal sealed record CompletionRequest : GenerationFields
{
    [JsonConverter(typeof(PromptConverter))]
    public Prompt? Prompt { get; init; }

    /// <summary>How many most likely tokens to report beside each generated one.</summary>
    public int? Logprobs { get; init; }

    public bool? Echo { get; init; }

    public string? Suffix { get; init; }

    public int? BestOf { get; init; }
}

/// <summary>Text, or token ids.</summary>
internal sealed record Prompt(string? Text, IReadOnlyList<int>? Tokens);
