using System.Text;
using System.Text.Json.Serialization;
using Assistant.Inference.Generation;

namespace Assistant.Inference.Host.Chat;

/// <summary>Log-probabilities in the form of OpenAI's chat answers.</summary>
internal sealed record ChoiceLogprobs(IReadOnlyList<ContentLogprob> Content)
{
    /// <summary>Null when the tokens carry none.</summary>
    public static ChoiceLogprobs? Of(IEnumerable<GeneratedToken> tokens)
    {
        List<ContentLogprob> content = [.. tokens.Where(t => t.Logprob is not null).Select(ContentLogprob.Of)];
        return content.Count == 0 ? null : new(content);
    }
}

internal sealed record ContentLogprob(
    string Token,
    float Logprob,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] IReadOnlyList<int>? Bytes,
    IReadOnlyList<TopLogprob> TopLogprobs)
{
    // Minus infinity, which JSON cannot say; OpenAI's value for a token that is out of reach.
    private const float Never = -9999;

    public static ContentLogprob Of(GeneratedToken token) => new(
        token.Text,
        Finite(token.Logprob!.Value),
        BytesOf(token.Text),
        [.. (token.Top ?? []).Select(t => new TopLogprob(t.Text, Finite(t.Logprob), BytesOf(t.Text)))]);

    public static float Finite(float logprob) => float.IsFinite(logprob) ? logprob : Never;

    /// <summary>UTF-8, or null for a token that is a part of a character.</summary>
    private static List<int>? BytesOf(string text) =>
        text.Contains('\uFFFD', StringComparison.Ordinal) ? null : [.. Encoding.UTF8.GetBytes(text)];
}

internal sealed record TopLogprob(
    string Token,
    float Logprob,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] IReadOnlyList<int>? Bytes);
