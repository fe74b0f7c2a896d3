using System.Globalization;
using System.Security.Cryptography;
using Assistant.Inference.Generation;

namespace Assistant.Inference.Host.Generation;

internal static class GenerationRequests
{
    /// <summary>The engine's request for fields that <see cref="FieldRules"/> found in order.</summary>
    /// <param name="caller">Who sent it: requests are served fairly between callers, and between the users that a caller names.</param>
    public static GenerationRequest From(GenerationFields fields, IReadOnlyList<int> prompt, IReadOnlyList<AdapterChoice> adapters, string caller, int defaultMaxTokens, TimeProvider time) => new()
    {
        Prompt = prompt,
        Adapters = adapters,
        Sampling = Sampling(fields),
        MaxTokens = fields.MaxTokens ?? defaultMaxTokens,
        Stop = fields.Stop ?? [],
        User = $"{caller}/{fields.User}",
        Deadline = fields.DeadlineMs is { } wait ? time.GetUtcNow().AddMilliseconds(wait) : null,
        PromptLookup = fields.PromptLookup ?? true,
    };

    /// <summary>OpenAI's defaults: temperature 1 and the whole distribution, a new seed each time.</summary>
    private static SamplingParameters Sampling(GenerationFields fields) => new()
    {
        Temperature = fields.Temperature ?? 1,
        TopP = fields.TopP ?? 1,
        TopK = fields.TopK ?? 0,
        MinP = fields.MinP ?? 0,
        RepeatPenalty = fields.RepeatPenalty ?? 1,
        FrequencyPenalty = fields.FrequencyPenalty ?? 0,
        PresencePenalty = fields.PresencePenalty ?? 0,
        Seed = fields.Seed is { } seed ? unchecked((uint)seed) : BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(sizeof(uint))),
        Grammar = fields.Grammar,
        LogitBias = fields.LogitBias is { Count: > 0 } biases
            ? biases.ToDictionary(b => int.Parse(b.Key, CultureInfo.InvariantCulture), b => b.Value)
            : null,
    };
}
