using System.Text.Json.Serialization;
using Assistant.Inference.Host.Generation;

namespace Assistant.Inference.Host.Completions;

/// <summary>A plain completion, or an event of a streamed one: OpenAI gives both the same form.</summary>
/// <param name="Choices">Empty in the event that carries the usage.</param>
internal sealed record Completion(string Id, long Created, string Model, string SystemFingerprint, IReadOnlyList<CompletionChoice> Choices, Usage? Usage = null, Timings? Timings = null)
{
    [JsonPropertyOrder(-1)]
    public string Object => "text_completion";
}

internal sealed record CompletionChoice(
    int Index,
    string Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] CompletionLogprobs? Logprobs,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? FinishReason);
