using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Assistant.Inference.Tests.Grammar.Schema;

/// <summary>Whether a value satisfies a JSON schema, for the keywords that grammars are made from.</summary>
internal sealed class SchemaCheck(JsonElement root)
{
    public bool Satisfies(JsonElement value, JsonElement schema) =>
        schema.ValueKind == JsonValueKind.True
        || schema.EnumerateObject().All(keyword => Holds(keyword.Name, keyword.Value, value, schema));

    private bool Holds(string keyword, JsonElement argument, JsonElement value, JsonElement schema) => keyword switch
    {
        "type" => argument.ValueKind == JsonValueKind.Array ? argument.EnumerateArray().Any(t => IsOfType(value, t.GetString()!)) : IsOfType(value, argument.GetString()!),
        "const" => JsonElement.DeepEquals(value, argument),
        "enum" => argument.EnumerateArray().Any(a => JsonElement.DeepEquals(value, a)),
        "anyOf" => argument.EnumerateArray().Any(s => Satisfies(value, s)),
        "oneOf" => argument.EnumerateArray().Count(s => Satisfies(value, s)) == 1,
        "allOf" => argument.EnumerateArray().All(s => Satisfies(value, s)),
        "$ref" => Satisfies(value, argument.GetString()![1..].Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(root, (e, k) => e.GetProperty(k))),
        "properties" or "required" or "additionalProperties" => value.ValueKind != JsonValueKind.Object || HoldsForObject(keyword, argument, value, schema),
        "items" or "minItems" or "maxItems" => value.ValueKind != JsonValueKind.Array || HoldsForArray(keyword, argument, value),
        "minLength" or "maxLength" or "pattern" or "format" => value.ValueKind != JsonValueKind.String || HoldsForText(keyword, argument, value.GetString()!),
        "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() >= argument.GetDecimal(),
        "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() <= argument.GetDecimal(),
        "exclusiveMinimum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() > argument.GetDecimal(),
        "exclusiveMaximum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() < argument.GetDecimal(),
        "$defs" or "title" or "description" => true,
        _ => throw new ArgumentException(keyword),
    };

    private bool HoldsForObject(string keyword, JsonElement argument, JsonElement value, JsonElement schema) => keyword switch
    {
        "properties" => argument.EnumerateObject().All(p => !value.TryGetProperty(p.Name, out var member) || Satisfies(member, p.Value)),
        "required" => argument.EnumerateArray().All(n => value.TryGetProperty(n.GetString()!, out _)),
        _ => value.EnumerateObject().All(m =>
            (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(m.Name, out _))
            || (argument.ValueKind != JsonValueKind.False && Satisfies(m.Value, argument))),
    };

    private bool HoldsForArray(string keyword, JsonElement argument, JsonElement value) => keyword switch
    {
        "items" => value.EnumerateArray().All(i => Satisfies(i, argument)),
        "minItems" => value.GetArrayLength() >= argument.GetInt32(),
        _ => value.GetArrayLength() <= argument.GetInt32(),
    };

    private static bool HoldsForText(string keyword, JsonElement argument, string text) => keyword switch
    {
        "minLength" => text.EnumerateRunes().Count() >= argument.GetInt32(),
        "maxLength" => text.EnumerateRunes().Count() <= argument.GetInt32(),
        "pattern" => Regex.IsMatch(text, argument.GetString()!, RegexOptions.ECMAScript),
        _ => argument.GetString() switch
        {
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "time" => DateTimeOffset.TryParse($"2024-05-17T{WithSmallOffset(text)}", CultureInfo.InvariantCulture, out _),
            "date-time" => DateTimeOffset.TryParse(WithSmallOffset(text), CultureInfo.InvariantCulture, out _),
            "uuid" => Guid.TryParseExact(text, "D", out _),
            var other => throw new ArgumentException(other),
        },
    };

    /// <summary>.NET knows offsets up to 14 hours; RFC 3339 allows up to 23:59.</summary>
    private static string WithSmallOffset(string text) => Regex.Replace(text, @"[+-](1[4-9]|2[0-3]):\d\d$", "+00:00");

    private static bool IsOfType(JsonElement value, string type) => value.ValueKind switch
    {
        JsonValueKind.Number => type == "number" || (type == "integer" && value.TryGetDecimal(out var number) && number == decimal.Truncate(number)),
        JsonValueKind.True or JsonValueKind.False => type == "boolean",
        var kind => type.Equals(kind.ToString(), StringComparison.OrdinalIgnoreCase),
    };
}
