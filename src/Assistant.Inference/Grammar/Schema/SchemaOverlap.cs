using System.Text.Json;

namespace Assistant.Inference.Grammar.Schema;

/// <summary>
/// Whether two schemas can be satisfied by one value. <c>oneOf</c> forbids that, and a grammar can't count matches, so
/// its alternatives must be disjoint for sure: by type, by constants, or by a required property that is so.
/// </summary>
internal static class SchemaOverlap
{
    private const int MaxDepth = 16;

    /// <returns>The first schema that may overlap with one before it.</returns>
    public static int? FirstPossible(JsonElement[] schemas, JsonElement root)
    {
        for (var second = 1; second < schemas.Length; second++)
        {
            for (var first = 0; first < second; first++)
            {
                if (!AreDisjoint(schemas[first], schemas[second], root, 0))
                {
                    return second;
                }
            }
        }
        return null;
    }

    private static bool AreDisjoint(JsonElement one, JsonElement other, JsonElement root, int depth)
    {
        if (depth > MaxDepth || Resolved(one, root) is not { } a || Resolved(other, root) is not { } b)
        {
            return false;
        }
        if (Constants(a) is { } constants && Constants(b) is { } others)
        {
            return !constants.Any(c => others.Any(o => JsonElement.DeepEquals(c, o)));
        }
        if (!TypesOf(a).Any(t => TypesOf(b).Any(u => SchemaTypes.Overlap(t, u))))
        {
            return true;
        }
        return TypesOf(a) is ["object"] && TypesOf(b) is ["object"]
            && Required(a).Intersect(Required(b)).Any(name =>
                Property(a, name) is { } first && Property(b, name) is { } second && AreDisjoint(first, second, root, depth + 1));
    }

    private static JsonElement? Resolved(JsonElement schema, JsonElement root)
    {
        for (var i = 0; i < MaxDepth; i++)
        {
            if (schema.ValueKind != JsonValueKind.Object)
            {
                return null;
            }
            if (!schema.TryGetProperty("$ref", out var reference))
            {
                return schema;
            }
            if (reference.ValueKind != JsonValueKind.String || SchemaReference.Resolve(root, reference.GetString()!) is not { } target)
            {
                return null;
            }
            schema = target;
        }
        return null;
    }

    private static List<JsonElement>? Constants(JsonElement schema) =>
        schema.TryGetProperty("const", out var constant) ? [constant]
        : schema.TryGetProperty("enum", out var values) && values.ValueKind == JsonValueKind.Array ? [.. values.EnumerateArray()]
        : null;

    private static IReadOnlyList<string> TypesOf(JsonElement schema)
    {
        if (Constants(schema) is { } constants)
        {
            return [.. SchemaTypes.All.Where(t => constants.Any(c => SchemaTypes.Fits(c, t)))];
        }
        // Without a type, values of the types that its keywords don't speak of satisfy a schema too.
        return schema.TryGetProperty("type", out var type) && SchemaTypes.Read(type) is { } types ? types : SchemaTypes.All;
    }

    private static IEnumerable<string> Required(JsonElement schema) =>
        schema.TryGetProperty("required", out var required) && required.ValueKind == JsonValueKind.Array
            ? required.EnumerateArray().Where(r => r.ValueKind == JsonValueKind.String).Select(r => r.GetString()!)
            : [];

    private static JsonElement? Property(JsonElement schema, string name) =>
        schema.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object
        && properties.TryGetProperty(name, out var property) ? property : null;
}
