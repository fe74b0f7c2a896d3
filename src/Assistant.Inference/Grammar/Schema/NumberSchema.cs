using System.Text.Json;

namespace Assistant.Inference.Grammar.Schema;

/// <summary>Numbers. Integers may have bounds; a bound on other numbers can't be written as a grammar of useful size.</summary>
internal sealed class NumberSchema(SchemaConverter converter)
{
    private const decimal Largest = 999_999_999_999_999;

    public string? Convert(JsonElement schema, string type, string path, string hint)
    {
        decimal lowest = -Largest, highest = Largest;
        var bounded = false;
        foreach (var keyword in (ReadOnlySpan<string>)["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"])
        {
            if (!schema.TryGetProperty(keyword, out var value))
            {
                continue;
            }
            bounded = true;
            if (type != "integer")
            {
                return converter.Fail($"{path}.{keyword}", "Bounds are supported for integers only.");
            }
            if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var bound) || Math.Abs(bound) > Largest)
            {
                return converter.Fail($"{path}.{keyword}", $"It must be a number from -{Largest} to {Largest}.");
            }
            switch (keyword)
            {
                case "minimum":
                    lowest = Math.Max(lowest, Math.Ceiling(bound));
                    break;
                case "maximum":
                    highest = Math.Min(highest, Math.Floor(bound));
                    break;
                case "exclusiveMinimum":
                    lowest = Math.Max(lowest, Math.Floor(bound) + 1);
                    break;
                default:
                    highest = Math.Min(highest, Math.Ceiling(bound) - 1);
                    break;
            }
        }
        if (!bounded)
        {
            return converter.Writer.Use(type);
        }
        return lowest > highest
            ? converter.Fail(path, "No integer lies between the bounds.")
            : converter.Writer.Add(hint, IntegerRange.Grammar((long)lowest, (long)highest));
    }
}
