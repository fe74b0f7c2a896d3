using System.Text.Json;
using Assistant.Inference.Grammar;
using Assistant.Inference.Grammar.Schema;
using FsCheck.Xunit;

namespace Assistant.Inference.Tests.Grammar.Schema;

public sealed class JsonSchemaGrammarTests
{
    [Property(MaxTest = 400)]
    public void FromSchema_RandomSchema_WritesOnlyJsonThatSatisfiesIt(int seed)
    {
        var random = new Random(seed);
        var schema = JsonSerializer.SerializeToElement(new RandomSchema(random).Root());
        var grammar = JsonSchemaGrammar.FromSchema(schema, GrammarLimits.Default);
        grammar.IsValid.ShouldBeTrue(grammar.Problem?.ToString());
        var interpreter = Interpreter(grammar.Value);
        for (var i = 0; i < 5; i++)
        {
            var text = interpreter.Sample(random);
            using var json = JsonDocument.Parse(text);
            new SchemaCheck(schema).Satisfies(json.RootElement, schema).ShouldBeTrue($"{text}\n{schema}");
        }
    }

    [Property(MaxTest = 50)]
    public void AnyObject_Always_WritesJsonObjects(int seed)
    {
        using var json = JsonDocument.Parse(Interpreter(JsonSchemaGrammar.AnyObject()).Sample(new Random(seed)));
        json.RootElement.ValueKind.ShouldBe(JsonValueKind.Object);
    }

    [Theory]
    [InlineData("""{"type":"object","properties":{"a":{"type":"integer"},"b":{"type":"string"}},"required":["a"]}""", """{"a":1}""", """{"a": 1, "b": "x"}""", """{"b":"x"}""")]
    [InlineData("""{"type":"object","properties":{"a":{},"b":{}}}""", "{}", """{"b":[1,{"x":null}]}""", """{"c":1}""")]
    [InlineData("""{"type":"object","properties":{"ab":{"type":"integer"}},"additionalProperties":{"type":"boolean"}}""", """{"abc":true,"a":false,"":true}""", """{"ab":1}""", """{"ab":true}""")]
    [InlineData("""{"type":"array","items":{"type":"number"},"minItems":1,"maxItems":2}""", "[1.5]", "[-1e5, 0]", "[]")]
    [InlineData("""{"type":"array","maxItems":0}""", "[]", "[ ]", "[1]")]
    [InlineData("""{"type":"string","minLength":2,"maxLength":3}""", "\"ab\"", "\"é\\u00e9😀\"", "\"abcd\"")]
    [InlineData("""{"type":"string","maxLength":2500}""", "\"\"", "\"short\"", "5")]
    [InlineData("""{"type":"string","format":"date"}""", "\"2024-02-29\"", "\"2000-02-29\"", "\"1900-02-29\"")]
    [InlineData("""{"type":"string","format":"date-time"}""", "\"2026-11-24T10:00:00Z\"", "\"2026-11-24T10:00:00.25+01:00\"", "\"2026-11-24T25:00:00Z\"")]
    [InlineData("""{"type":"string","pattern":"^[A-Z]{2}-(?:\\d{4}|[^0-9])$"}""", "\"HR-2024\"", "\"HR-x\"", "\"HR-20\"")]
    [InlineData("""{"type":["string","null"]}""", "null", "\"a\"", "1")]
    [InlineData("""{"type":"integer","enum":[1,"a",2.5]}""", "1", "1", "\"a\"")]
    [InlineData("""{"$ref":"#/$defs/list","$defs":{"list":{"type":"array","items":{"$ref":"#/$defs/list"}}}}""", "[[],[[]]]", "[]", "[1]")]
    [InlineData("""{"oneOf":[{"type":"object","properties":{"t":{"const":"a"}},"required":["t"]},{"type":"object","properties":{"t":{"const":"b"}},"required":["t"]}]}""", """{"t":"a"}""", """{"t":"b"}""", """{"t":"c"}""")]
    [InlineData("true", "[1]", "{\"a\": \"b\\n\"}", "x")]
    public void FromSchema_SupportedSchema_MatchesWhatItShould(string schema, string good, string alsoGood, string bad)
    {
        var interpreter = Interpreter(Grammar(schema).Value.ShouldNotBeNull());
        interpreter.Matches(good).ShouldBeTrue(good);
        interpreter.Matches(alsoGood).ShouldBeTrue(alsoGood);
        interpreter.Matches(bad).ShouldBeFalse(bad);
    }

    [Theory]
    [InlineData("""{"type":"object","properties":{"age":{"type":"integer","multipleOf":5}}}""", "$.properties.age.multipleOf")]
    [InlineData("""{"type":"array","items":{"type":"string","format":"email"}}""", "$.items.format")]
    [InlineData("""{"type":"array","uniqueItems":true}""", "$.uniqueItems")]
    [InlineData("""{"type":"array","maxItems":5000}""", "$.maxItems")]
    [InlineData("""{"type":"array","minItems":3,"maxItems":2}""", "$.maxItems")]
    [InlineData("""{"type":"string","minLength":-1}""", "$.minLength")]
    [InlineData("""{"type":"string","pattern":"a+"}""", "$.pattern")]
    [InlineData("""{"type":"string","pattern":"^a|b$"}""", "$.pattern")]
    [InlineData("""{"type":"string","pattern":"^(?=x)$"}""", "$.pattern")]
    [InlineData("""{"type":"string","pattern":"^(a)\\1$"}""", "$.pattern")]
    [InlineData("""{"type":"string","pattern":"^[!-~]$"}""", "$.pattern")]
    [InlineData("""{"type":"string","pattern":"^a","maxLength":3}""", "$.pattern")]
    [InlineData("""{"type":"number","minimum":0.5}""", "$.minimum")]
    [InlineData("""{"type":"integer","minimum":3,"maximum":2}""", "$")]
    [InlineData("""{"type":"text"}""", "$.type")]
    [InlineData("""{"type":"object","required":["x"],"additionalProperties":false}""", "$.required")]
    [InlineData("""{"properties":[]}""", "$.properties")]
    [InlineData("""{"properties":{"x":false}}""", "$.properties.x")]
    [InlineData("""{"enum":[]}""", "$.enum")]
    [InlineData("""{"type":"integer","const":"x"}""", "$.const")]
    [InlineData("""{"anyOf":[{"type":"string"},{"not":{}}]}""", "$.anyOf[1].not")]
    [InlineData("""{"oneOf":[{"type":"integer"},{"type":"number"}]}""", "$.oneOf[1]")]
    [InlineData("""{"oneOf":[{"properties":{}},{"type":"string"}]}""", "$.oneOf[1]")]
    [InlineData("""{"allOf":[{},{}]}""", "$.allOf")]
    [InlineData("""{"$ref":"https://example.org/schema"}""", "$.$ref")]
    [InlineData("""{"$ref":"#/$defs/missing"}""", "$.$ref")]
    [InlineData("""{"$ref":"#/$defs/a","$defs":{"a":{"$ref":"#/$defs/a"}}}""", "$")]
    [InlineData("""{"$ref":"#"}""", "$")]
    [InlineData("""{"const":"\\\ud800x"}""", "$")]
    [InlineData("""{"properties":{"\ude00\ud83d":{}}}""", "$")]
    [InlineData("3", "$")]
    public void FromSchema_UnsupportedSchema_NamesThePath(string schema, string path) =>
        Grammar(schema).Problem.ShouldNotBeNull().Path.ShouldBe(path);

    [Fact]
    public void FromSchema_LongChainOfReferences_IsRefused()
    {
        var definitions = Enumerable.Range(0, 20_000).Select(i => $"\"d{i}\": {{ \"$ref\": \"#/$defs/d{i + 1}\" }}");
        Grammar($"{{ \"$ref\": \"#/$defs/d0\", \"$defs\": {{ {string.Join(',', definitions)} }} }}").Problem.ShouldNotBeNull().Message.ShouldContain("nested");
    }

    [Property(MaxTest = 500)]
    public void IntegerRange_AnyBounds_MatchesExactlyTheNumbersBetween(int one, int other, int candidate)
    {
        var (low, high) = (Math.Min(one, other), Math.Max(one, other));
        var interpreter = Interpreter($"root ::= {IntegerRange.Grammar(low, high)}");
        foreach (long number in (long[])[candidate, low - 1L, low, low + 1L, high - 1L, high, high + 1L, (low + (long)high) / 2])
        {
            interpreter.Matches(number.ToString(System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(low <= number && number <= high, $"{number} in {low}..{high}");
        }
    }

    private static Result<string, SchemaProblem> Grammar(string schema)
    {
        using var json = JsonDocument.Parse(schema);
        return JsonSchemaGrammar.FromSchema(json.RootElement, GrammarLimits.Default);
    }

    private static GrammarInterpreter Interpreter(string grammar) =>
        new(GbnfValidator.Validate(grammar, GrammarLimits.Default).Value.ShouldNotBeNull());
}
