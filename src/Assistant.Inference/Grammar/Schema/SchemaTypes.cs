using System.Text.Json;

namespace Assistant.Inference.Grammar.Schema;

/// <summary>The types of JSON Schema.</summary>
internal static class SchemaTypes
{
    public const string Expected = "'type' is one of object, array, string, integer, number, boolean, null, or a list of them.";

    public static IReadOnlyList<string> All { get; } = ["object", "array", "string", "number", "integer", "boolean", "null"];

    /// <returns>The types named; null when there is something else.</returns>
    public static IReadOnlyList<string>? Read(JsonElement type)
    {
        JsonElement[] entries = type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray()] : [type];
        return entries.Length > 0 && entries.All(e => e.ValueKind == JsonValueKind.String && All.Contains(e.GetString()))
            ? [.. entries.Select(e => e.GetString()!).Distinct()]
            : null;
    }

    public static bool Fits(JsonElement value, string type) => value.ValueKind switch
    {
        JsonValueKind.Object => type == "object",
        JsonValueKind.Array => type == "array",
        JsonValueKind.String => type == "string",
        JsonValueKind.Number => type == "number" || (type == "integer" && value.TryGetDecimal(out var number) && number == decimal.Truncate(number)),
        JsonValueKind.True or JsonValueKind.False => type == "boolean",
        _ => type == "null",
    };

    public static bool Overlap(string one, string other) =>
        one == other || (one, other) is ("number", "integer") or ("integer", "number");
}
