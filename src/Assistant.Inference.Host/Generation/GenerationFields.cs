using System.Text.Json.Serialization;
using Assistant.Inference.Host.Json;

namespace Assistant.Inference.Host.Generation;

/// <summary>The request fields that chat and plain completions share: OpenAI's, llama.cpp's and our own.</summary>
internal abstract record GenerationFields
{
    /// <summary>"base" or the model's name; an adapter set such as "hr@3", "hr@3+style@1" or "hr@3*0.5".</summary>
    public string? Model { get; init; }

    public int? MaxTokens { get; init; }

    public float? Temperature { get; init; }

    public float? TopP { get; init; }

    public int? TopK { get; init; }

    public float? MinP { get; init; }

    public float? FrequencyPenalty { get; init; }

    public float? PresencePenalty { get; init; }

    public float? RepeatPenalty { get; init; }

    public long? Seed { get; init; }

    [JsonConverter(typeof(TextListConverter))]
    public IReadOnlyList<string>? Stop { get; init; }

    public IReadOnlyDictionary<string, float>? LogitBias { get; init; }

    public string? User { get; init; }

    public int? N { get; init; }

    public bool? Stream { get; init; }

    public StreamOptions? StreamOptions { get; init; }

    /// <summary>GBNF that the output must follow.</summary>
    public string? Grammar { get; init; }

    /// <summary>Ours: drafting from the prompt, on unless false.</summary>
    public bool? PromptLookup { get; init; }

    /// <summary>Ours: after how many milliseconds the answer is of no use any more.</summary>
    public int? DeadlineMs { get; init; }
}

internal sealed record StreamOptions(bool? IncludeUsage);
