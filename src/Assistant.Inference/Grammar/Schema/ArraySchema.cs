using System.Text.Json;

namespace Assistant.Inference.Grammar.Schema;

/// <summary>Arrays: <c>items</c>, <c>minItems</c>, <c>maxItems</c>.</summary>
internal sealed class ArraySchema(SchemaConverter converter)
{
    /// <summary>What one repetition can count up to (<see cref="GrammarLimits.MaxRepetition"/>).</summary>
    private const int MaxItems = 1_999;

    public string? Convert(JsonElement schema, string path, string hint)
    {
        if (!SchemaBound.Read(converter, schema, path, "minItems", "maxItems", MaxItems, out var min, out var max))
        {
            return null;
        }
        var writer = converter.Writer;
        var ws = writer.Use("ws");
        if (max == 0)
        {
            return writer.Add(hint, $"\"[\" {ws} \"]\"");
        }
        var item = schema.TryGetProperty("items", out var items) ? converter.Convert(items, $"{path}.items", $"{hint}-item") : writer.Use("value");
        if (item is null)
        {
            return null;
        }
        var name = writer.Reserve(hint);
        var more = writer.Add($"{hint}-more", $"\",\" {ws} {item}");
        var rest = $"{item} {more}{{{Math.Max(0, min - 1)},{max - 1}}} {ws}";
        writer.Define(name, min == 0 ? $"\"[\" {ws} ( {rest} )? \"]\"" : $"\"[\" {ws} {rest} \"]\"");
        return name;
    }
}
