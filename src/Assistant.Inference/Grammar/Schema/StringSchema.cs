using System.Text.Json;

namespace Assistant.Inference.Grammar.Schema;

/// <summary>Strings: length, or a format, or a pattern.</summary>
internal sealed class StringSchema(SchemaConverter converter)
{
    private const int MaxLength = 100_000;

    /// <summary>Characters in one block of a long count, well under what one repetition can count up to.</summary>
    private const int Block = 1_000;

    public string? Convert(JsonElement schema, string path, string hint)
    {
        var hasLength = schema.TryGetProperty("minLength", out _) || schema.TryGetProperty("maxLength", out _);
        string[] ways =
        [
            .. schema.TryGetProperty("pattern", out var pattern) ? ["pattern"] : Array.Empty<string>(),
            .. schema.TryGetProperty("format", out var format) ? ["format"] : Array.Empty<string>(),
            .. hasLength ? ["length"] : Array.Empty<string>(),
        ];
        if (ways.Length > 1)
        {
            return converter.Fail($"{path}.{ways[0]}", $"'{ways[0]}' together with a {ways[1]} is not supported.");
        }
        return ways switch
        {
            ["pattern"] => Pattern(pattern, $"{path}.pattern", hint),
            ["format"] => Format(format, $"{path}.format", hint),
            ["length"] => Length(schema, path, hint),
            _ => converter.Writer.Use("string"),
        };
    }

    private string? Pattern(JsonElement pattern, string path, string hint)
    {
        if (pattern.ValueKind != JsonValueKind.String)
        {
            return converter.Fail(path, "'pattern' is a string.");
        }
        var grammar = new PatternGrammar(pattern.GetString()!);
        return grammar.Convert() is { } body
            ? converter.Writer.Add(hint, $"\"\\\"\" {body} \"\\\"\"")
            : converter.Fail(path, grammar.Problem!);
    }

    private string? Format(JsonElement format, string path, string hint) =>
        format.ValueKind == JsonValueKind.String && StringFormats.Grammar(format.GetString()!) is { } body
            ? converter.Writer.Add(hint, $"\"\\\"\" {body} \"\\\"\"")
            : converter.Fail(path, $"Formats supported: {StringFormats.Names}.");

    private string? Length(JsonElement schema, string path, string hint)
    {
        if (!SchemaBound.Read(converter, schema, path, "minLength", "maxLength", MaxLength, out var min, out var max))
        {
            return null;
        }
        return converter.Writer.Add(hint, $"\"\\\"\" {Characters(min, max, hint)} \"\\\"\"");
    }

    /// <summary>
    /// Counts characters. Beyond one block the count goes by whole blocks first, so that there are never more than two
    /// ways to read the next character.
    /// </summary>
    private string Characters(int min, int? max, string hint)
    {
        var writer = converter.Writer;
        var character = writer.Use("char");
        if (min < Block && (max ?? 0) < Block)
        {
            return $"{character}{{{min},{max}}}";
        }
        var block = writer.Add($"{hint}-block", $"{character}{{{Block}}}");
        var whole = string.Concat(Enumerable.Repeat($"{block} ", min / Block));
        var left = min % Block;
        if (max is null)
        {
            return $"{whole}{character}{{{left},}}";
        }
        var upTo = $"{character}{{0,{(max.Value - min) % Block}}}";
        for (var blocks = (max.Value - min) / Block; blocks > 0; blocks--)
        {
            upTo = writer.Add($"{hint}-up-to", $"{character}{{0,{Block - 1}}} | {block} {upTo}");
        }
        return $"{whole}{character}{{{left}}} {upTo}";
    }
}
