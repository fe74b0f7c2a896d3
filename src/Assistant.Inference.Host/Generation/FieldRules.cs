using System.Globalization;
using Assistant.Inference.Host.Errors;

namespace Assistant.Inference.Host.Generation;

/// <summary>What values the shared fields may have.</summary>
internal static class FieldRules
{
    public const int MostTopLogprobs = 20;

    private const int MostStops = 16;
    private const int LongestStop = 1_024;

    /// <summary>The first field at fault, or null.</summary>
    public static ApiError? Check(GenerationFields fields, int vocabulary) =>
        Within("max_tokens", fields.MaxTokens, 1, int.MaxValue)
        ?? Within("temperature", fields.Temperature, 0, 2)
        ?? Within("top_p", fields.TopP, 0, 1)
        ?? Within("top_k", fields.TopK, 0, int.MaxValue)
        ?? Within("min_p", fields.MinP, 0, 1)
        ?? Within("frequency_penalty", fields.FrequencyPenalty, -2, 2)
        ?? Within("presence_penalty", fields.PresencePenalty, -2, 2)
        ?? Within("repeat_penalty", fields.RepeatPenalty, 0.01, 10)
        ?? Within("deadline_ms", fields.DeadlineMs, 1, int.MaxValue)
        ?? (fields.N is null or 1 ? null : ApiError.Invalid("n", "Only one choice per request is generated: leave n out or send 1."))
        ?? Stops(fields.Stop)
        ?? Biases(fields.LogitBias, vocabulary);

    public static ApiError? Within(string field, double? value, double least, double most) => value switch
    {
        null => null,
        { } number when number >= least && number <= most => null,
        { } number when most >= int.MaxValue => ApiError.Invalid(field, Invariant($"{field} is {number}, but must be at least {least}.")),
        { } number => ApiError.Invalid(field, Invariant($"{field} is {number}, but must be between {least} and {most}.")),
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static ApiError? Stops(IReadOnlyList<string>? stops) => stops switch
    {
        { Count: > MostStops } => ApiError.Invalid("stop", $"stop has {stops.Count} texts, but at most {MostStops} are taken."),
        not null when stops.Any(s => s.Length is 0 or > LongestStop) => ApiError.Invalid("stop", $"Each text of stop must have 1 to {LongestStop} characters."),
        _ => null,
    };

    private static ApiError? Biases(IReadOnlyDictionary<string, float>? biases, int vocabulary)
    {
        foreach (var (key, bias) in biases ?? new Dictionary<string, float>())
        {
            if (!int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var token) || token >= vocabulary)
            {
                return ApiError.Invalid("logit_bias", $"logit_bias names \"{key}\", which is no token of this model (0 to {vocabulary - 1}).");
            }

            if (Within("logit_bias", bias, -100, 100) is { } error)
            {
                return error;
            }
        }

        return null;
    }
}
