using System.Text.Json.Serialization;
using Assistant.Inference.Host.Generation;

namespace Assistant.Inference.Host.Chat;

/// <summary>A whole answer, in OpenAI's form.</summary>
internal sealed record ChatCompletion(string Id, long Created, string Model, string SystemFingerprint, IReadOnlyList<ChatChoice> Choices, Usage Usage, Timings Timings)
{
    [JsonPropertyOrder(-1)]
    public string Object => "chat.completion";
}

internal sealed record ChatChoice(
    int Index,
    AnswerMessage Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] ChoiceLogprobs? Logprobs,
    string FinishReason);

/// <param name="Content">Null when the answer is tool calls and nothing else.</param>
internal sealed record AnswerMessage(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Content,
    IReadOnlyList<ToolCall>? ToolCalls)
{
    [JsonPropertyOrder(-1)]
    public string Role => "assistant";

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Refusal => null;
}

/// <param name="Index">Place among the calls; in streams only.</param>
internal sealed record ToolCall(int? Index, string Id, ToolCallFunction Function)
{
    public string Type => "function";
}

/// <param name="Arguments">JSON.</param>
internal sealed record ToolCallFunction(string Name, string Arguments);
