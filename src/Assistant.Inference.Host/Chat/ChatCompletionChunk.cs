using System.Text.Json.Serialization;
using Assistant.Inference.Host.Generation;

namespace Assistant.Inference.Host.Chat;

/// <summary>An event of a streamed answer, in OpenAI's form.</summary>
/// <param name="Choices">Empty in the event that carries the usage.</param>
internal sealed record ChatCompletionChunk(string Id, long Created, string Model, string SystemFingerprint, IReadOnlyList<ChatDelta> Choices, Usage? Usage = null, Timings? Timings = null)
{
    [JsonPropertyOrder(-1)]
    public string Object => "chat.completion.chunk";
}

internal sealed record ChatDelta(
    int Index,
    DeltaMessage Delta,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] ChoiceLogprobs? Logprobs,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? FinishReason);

internal sealed record DeltaMessage(string? Role = null, string? Content = null, IReadOnlyList<ToolCall>? ToolCalls = null);
