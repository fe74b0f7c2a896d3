using System.Text.Json;

namespace Assistant.Inference.Grammar.Schema;

/// <summary>Keywords that hold a count, such as <c>minItems</c>.</summary>
internal static class SchemaBound
{
    /// <summary>Reads a lower and an upper bound; a missing one is 0 or null.</summary>
    /// <returns>False, with the problem given to the converter, when a bound is no count or they contradict each other.</returns>
    public static bool Read(SchemaConverter converter, JsonElement schema, string path, string minKeyword, string maxKeyword, int limit, out int min, out int? max)
    {
        min = 0;
        max = null;
        if (schema.TryGetProperty(minKeyword, out var lower) && !Count(lower, limit, out min))
        {
            return converter.Fail($"{path}.{minKeyword}", $"It must be a whole number from 0 to {limit}.") is not null;
        }
        if (schema.TryGetProperty(maxKeyword, out var upper))
        {
            if (!Count(upper, limit, out var bound))
            {
                return converter.Fail($"{path}.{maxKeyword}", $"It must be a whole number from 0 to {limit}.") is not null;
            }
            max = bound;
        }
        return min <= (max ?? min) || converter.Fail($"{path}.{maxKeyword}", $"It is below '{minKeyword}'.") is not null;
    }

    private static bool Count(JsonElement value, int limit, out int count)
    {
        count = 0;
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var number) || number < 0 || number > limit || number != decimal.Truncate(number))
        {
            return false;
        }
        count = (int)number;
        return true;
    }
}
