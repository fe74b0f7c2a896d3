using Assistant.Inference.Generation;
using Assistant.Inference.Runtime;

namespace Assistant.Inference.Sampling;

internal static class SamplerSettingsFactory
{
    /// <summary>The runtime's settings for a request's parameters.</summary>
    public static SamplerSettings From(SamplingParameters parameters) => new(
        parameters.Temperature,
        parameters.TopK,
        parameters.TopP,
        parameters.MinP,
        parameters.RepeatPenalty,
        parameters.FrequencyPenalty,
        parameters.PresencePenalty,
        Seed: parameters.Seed,
        Grammar: parameters.Grammar,
        LogitBias: parameters.LogitBias);
}
