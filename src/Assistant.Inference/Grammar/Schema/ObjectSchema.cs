using System.Text.Json;

namespace Assistant.Inference.Grammar.Schema;

/// <summary>Objects: <c>properties</c> in their order, <c>required</c>, <c>additionalProperties</c> after them.</summary>
internal sealed class ObjectSchema(SchemaConverter converter)
{
    private const int MaxName = 200;

    public string? Convert(JsonElement schema, string path, string hint)
    {
        if (Properties(schema, path) is not { } properties || Required(schema, path) is not { } required)
        {
            return null;
        }
        var hasExtra = schema.TryGetProperty("additionalProperties", out var extra)
            ? extra.ValueKind != JsonValueKind.False
            : properties.Count == 0;
        var missing = required.Except(properties.Select(p => p.Name)).ToList();
        if (missing.Count > 0 && !hasExtra)
        {
            return converter.Fail($"{path}.required", $"'{missing[0]}' is required, but neither a property nor allowed as an additional one.");
        }
        var writer = converter.Writer;
        var name = writer.Reserve(hint);
        var extraValue = extra.ValueKind is JsonValueKind.Undefined or JsonValueKind.False
            ? writer.Use("value")
            : converter.Convert(extra, $"{path}.additionalProperties", $"{hint}-extra");
        if (extraValue is null)
        {
            return null;
        }
        List<Member> members = [];
        foreach (var property in properties)
        {
            if (converter.Convert(property.Value, $"{path}.properties.{property.Name}", property.Name) is not { } value)
            {
                return null;
            }
            members.Add(NewMember(property.Name, value, required.Contains(property.Name)));
        }
        members.AddRange(missing.Select(m => NewMember(m, extraValue, isRequired: true)));
        var extraMember = hasExtra ? writer.Add($"{hint}-extra-member", $"{ExtraKey(members, hint)} \":\" {writer.Use("ws")} {extraValue}") : null;
        writer.Define(name, Body(members, extraMember, hint));
        return name;
    }

    /// <summary>
    /// Rule i of "after" writes the members from i on when one was written before; rule i of "first" when none was.
    /// Each refers to the next, so the size is linear in the members.
    /// </summary>
    private string Body(List<Member> members, string? extra, string hint)
    {
        var writer = converter.Writer;
        var ws = writer.Use("ws");
        var after = extra is null ? null : writer.Add($"{hint}-after", $"( \",\" {ws} {extra} )*");
        var first = extra is null ? null : writer.Add($"{hint}-first", $"( {extra} {after} {ws} )?");
        for (var i = members.Count - 1; i >= 0; i--)
        {
            var (rule, isRequired) = members[i];
            var begins = $"{rule} {after} {ws}";
            if (isRequired)
            {
                first = writer.Add($"{hint}-first", begins);
                after = writer.Add($"{hint}-after", $"\",\" {ws} {rule} {after}");
            }
            else
            {
                first = writer.Add($"{hint}-first", first is null ? $"( {begins} )?" : $"{begins} | {first}");
                after = writer.Add($"{hint}-after", $"( \",\" {ws} {rule} )? {after}");
            }
        }
        return $"\"{{\" {ws} {first} \"}}\"";
    }

    private Member NewMember(string name, string value, bool isRequired) =>
        new(name, converter.Writer.Add($"{name}-member", $"{GrammarText.JsonLiteral(name)} \":\" {converter.Writer.Use("ws")} {value}"), isRequired);

    /// <summary>Keys without escape sequences, none of the members' names among them.</summary>
    private string ExtraKey(List<Member> members, string hint)
    {
        var names = members.Select(m => m.Name).Where(n => n.EnumerateRunes().All(r => !PatternClasses.IsEscapedInJson(r))).ToList();
        return $"\"\\\"\" {(names.Count == 0 ? converter.Writer.Use("plain-key") : OtherThan(names, hint))} \"\\\"\"";
    }

    /// <summary>A rule for any plain text but these: a trie of them, left at each place where the text differs.</summary>
    private string OtherThan(List<string> words, string hint)
    {
        List<string> alternatives = [];
        if (!words.Contains(""))
        {
            alternatives.Add("");
        }
        var rest = converter.Writer.Use("plain-key");
        var branches = words.Where(w => w.Length > 0).GroupBy(w => w.EnumerateRunes().First()).ToList();
        var others = string.Concat(branches.Select(b => GrammarText.InClass(b.Key)));
        alternatives.Add($"[^{GrammarWriter.NotPlain}{others}] {rest}");
        foreach (var branch in branches)
        {
            var next = OtherThan([.. branch.Select(w => w[branch.Key.Utf16SequenceLength..])], hint);
            alternatives.Add($"[{GrammarText.InClass(branch.Key)}] {next}");
        }
        return converter.Writer.Add($"{hint}-key", string.Join(" | ", alternatives));
    }

    private List<JsonProperty>? Properties(JsonElement schema, string path)
    {
        if (!schema.TryGetProperty("properties", out var properties))
        {
            return [];
        }
        if (properties.ValueKind == JsonValueKind.Object)
        {
            if (properties.EnumerateObject().Any(p => p.Name.Length > MaxName))
            {
                converter.Fail($"{path}.properties", $"A property name has more than {MaxName} characters.");
                return null;
            }
            return [.. properties.EnumerateObject().DistinctBy(p => p.Name)];
        }
        converter.Fail($"{path}.properties", "'properties' is an object.");
        return null;
    }

    private List<string>? Required(JsonElement schema, string path)
    {
        if (!schema.TryGetProperty("required", out var required))
        {
            return [];
        }
        if (required.ValueKind == JsonValueKind.Array && required.EnumerateArray().All(r => r.ValueKind == JsonValueKind.String && r.GetString()!.Length <= MaxName))
        {
            return [.. required.EnumerateArray().Select(r => r.GetString()!).Distinct()];
        }
        converter.Fail($"{path}.required", $"'required' is a list of property names of at most {MaxName} characters.");
        return null;
    }

    private sealed record Member(string Name, string Rule, bool IsRequired)
    {
        public void Deconstruct(out string rule, out bool isRequired) => (rule, isRequired) = (Rule, IsRequired);
    }
}
