using System.Text.Json;

namespace Assistant.Inference.Grammar.Schema;

/// <summary>
/// Walks through a schema and writes a rule for each part. Every method gives GBNF for its part, or null after the first
/// problem.
/// </summary>
internal sealed class SchemaConverter(JsonElement root)
{
    private const int MaxDepth = 200;

    private readonly Dictionary<string, string> references = new(StringComparer.Ordinal);
    private int depth;

    public GrammarWriter Writer { get; } = new();

    public SchemaProblem? Problem { get; private set; }

    public string? Fail(string path, string message)
    {
        Problem ??= new SchemaProblem(path, message);
        return null;
    }

    /// <param name="hint">What rules made for this part should be called.</param>
    public string? Convert(JsonElement schema, string path, string hint)
    {
        if (depth >= MaxDepth)
        {
            return Fail(path, $"Schemas are nested more than {MaxDepth} deep.");
        }
        depth++;
        var rule = ConvertAny(schema, path, hint);
        depth--;
        return rule;
    }

    private string? ConvertAny(JsonElement schema, string path, string hint)
    {
        if (schema.ValueKind == JsonValueKind.True)
        {
            return Writer.Use("value");
        }
        if (schema.ValueKind != JsonValueKind.Object)
        {
            return Fail(path, schema.ValueKind == JsonValueKind.False ? "Nothing satisfies the schema 'false'." : "A schema is an object.");
        }
        var assertions = SchemaKeywords.AssertionsOf(schema);
        if (assertions.FirstOrDefault(a => !SchemaKeywords.IsSupported(a)) is { } unknown)
        {
            return Fail($"{path}.{unknown}", $"The keyword '{unknown}' is not supported.");
        }
        foreach (var exclusive in (ReadOnlySpan<string>)["$ref", "const", "enum", "anyOf", "oneOf", "allOf"])
        {
            if (schema.TryGetProperty(exclusive, out var value))
            {
                var beside = assertions.FirstOrDefault(a => a != exclusive && !(a == "type" && exclusive is "const" or "enum"));
                return beside is null
                    ? ConvertExclusive(exclusive, value, schema, path, hint)
                    : Fail($"{path}.{beside}", $"'{beside}' beside '{exclusive}' is not supported.");
            }
        }
        return ConvertTypes(schema, assertions, path, hint);
    }

    private string? ConvertExclusive(string keyword, JsonElement value, JsonElement schema, string path, string hint)
    {
        var at = $"{path}.{keyword}";
        if (keyword == "const")
        {
            return Literals([value], schema, at);
        }
        if (keyword == "$ref")
        {
            return value.ValueKind == JsonValueKind.String ? Refer(value.GetString()!, at) : Fail(at, "'$ref' is a string.");
        }
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() == 0)
        {
            return Fail(at, $"'{keyword}' is a list with at least one entry.");
        }
        return keyword switch
        {
            "enum" => Literals(value.EnumerateArray(), schema, at),
            "allOf" when value.GetArrayLength() > 1 => Fail(at, "'allOf' with more than one schema is not supported."),
            "oneOf" when SchemaOverlap.FirstPossible([.. value.EnumerateArray()], root) is { } second =>
                Fail($"{at}[{second}]", "It may overlap with one before it; use 'anyOf' or tell them apart by type or by a required constant property."),
            _ => Alternatives([.. value.EnumerateArray()], at, hint),
        };
    }

    private string? Alternatives(JsonElement[] schemas, string path, string hint)
    {
        var rules = schemas.Select((schema, i) => Convert(schema, $"{path}[{i}]", $"{hint}-{i + 1}")).TakeWhile(r => r is not null).ToList();
        return rules.Count < schemas.Length ? null : rules.Count == 1 ? rules[0] : Writer.Add(hint, string.Join(" | ", rules.Distinct()));
    }

    private string? Literals(IEnumerable<JsonElement> values, JsonElement schema, string path)
    {
        var types = schema.TryGetProperty("type", out var type) ? SchemaTypes.Read(type) : SchemaTypes.All;
        if (types is null)
        {
            return Fail($"{path[..path.LastIndexOf('.')]}.type", SchemaTypes.Expected);
        }
        var literals = values.Where(v => types.Any(t => SchemaTypes.Fits(v, t))).Select(GrammarText.JsonLiteral).Distinct().ToList();
        return literals.Count == 0 ? Fail(path, "No value listed has the type asked for.") : Writer.Add("choice", string.Join(" | ", literals));
    }

    private string? ConvertTypes(JsonElement schema, IReadOnlyList<string> assertions, string path, string hint)
    {
        IReadOnlyList<string>? types;
        if (schema.TryGetProperty("type", out var type))
        {
            types = SchemaTypes.Read(type);
        }
        else if (SchemaKeywords.TypeImplied(assertions) is { } implied)
        {
            types = [implied];
        }
        else
        {
            return Writer.Use("value");
        }
        if (types is null)
        {
            return Fail($"{path}.type", SchemaTypes.Expected);
        }
        var rules = types.Select(t => ConvertType(t, schema, path, hint)).TakeWhile(r => r is not null).ToList();
        return rules.Count < types.Count ? null : rules.Count == 1 ? rules[0] : Writer.Add(hint, string.Join(" | ", rules));
    }

    private string? ConvertType(string type, JsonElement schema, string path, string hint) => type switch
    {
        "object" => new ObjectSchema(this).Convert(schema, path, hint),
        "array" => new ArraySchema(this).Convert(schema, path, hint),
        "string" => new StringSchema(this).Convert(schema, path, hint),
        "null" => "\"null\"",
        "boolean" => Writer.Use("boolean"),
        _ => new NumberSchema(this).Convert(schema, type, path, hint),
    };

    private string? Refer(string reference, string path)
    {
        if (this.references.TryGetValue(reference, out var known))
        {
            return known;
        }
        if (SchemaReference.Resolve(root, reference) is not { } target)
        {
            return Fail(path, $"'{reference}' is not a place in this schema; references go by '#/...'.");
        }
        var name = Writer.Reserve(reference[(reference.LastIndexOf('/') + 1)..]);
        this.references.Add(reference, name);
        if (Convert(target, path, name) is not { } body)
        {
            return null;
        }
        Writer.Define(name, body);
        return name;
    }
}
