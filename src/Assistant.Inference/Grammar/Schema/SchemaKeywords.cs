using System.Text.Json;

namespace Assistant.Inference.Grammar.Schema;

/// <summary>Which keywords of JSON Schema (draft 2020-12) are understood. One that isn't may restrict, so it is refused.</summary>
internal static class SchemaKeywords
{
    private static readonly HashSet<string> Annotations =
    [
        "$schema", "$id", "$comment", "$defs", "definitions", "$anchor", "title", "description", "default", "examples", "deprecated",
        "readOnly", "writeOnly",
    ];

    private static readonly HashSet<string> Assertions =
    [
        "type", "enum", "const", "$ref", "anyOf", "oneOf", "allOf",
        "properties", "required", "additionalProperties", "items", "minItems", "maxItems",
        "minLength", "maxLength", "pattern", "format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
    ];

    /// <summary>The keywords of a schema that restrict what it allows.</summary>
    public static IReadOnlyList<string> AssertionsOf(JsonElement schema) =>
        [.. schema.EnumerateObject().Select(p => p.Name).Where(n => !Annotations.Contains(n))];

    public static bool IsSupported(string assertion) => Assertions.Contains(assertion);

    /// <summary>The type that keywords speak of, for a schema that names none.</summary>
    public static string? TypeImplied(IReadOnlyList<string> assertions) =>
        assertions.Count == 0 ? null : assertions[0] switch
        {
            "properties" or "required" or "additionalProperties" => "object",
            "items" or "minItems" or "maxItems" => "array",
            "minLength" or "maxLength" or "pattern" or "format" => "string",
            _ => "number",
        };
}
