using Assistant.Inference.Generation;

namespace Assistant.Inference.Host.Generation;

internal static class FinishReasons
{
    public const string Stop = "stop";
    public const string Length = "length";
    public const string ToolCalls = "tool_calls";

    /// <summary>OpenAI's word for an end that is no failure; an answer cut by its deadline is "length", as any cut one.</summary>
    public static string Of(FinishReason reason) => reason == FinishReason.Stop ? Stop : Length;
}
