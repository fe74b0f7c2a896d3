using System.Text.Json;

namespace Assistant.Inference.Grammar.Schema;

/// <summary>
/// Makes GBNF grammars for JSON. Whatever a grammar matches is valid JSON that satisfies the schema; it does not match
/// every way to write it: properties come in the order of the schema, blanks are few, integers have at most 15 digits,
/// and an object with <c>properties</c> has no others unless <c>additionalProperties</c> allows them.
/// </summary>
internal static class JsonSchemaGrammar
{
    /// <summary>A grammar for any JSON object (the <c>json_object</c> response format).</summary>
    public static string AnyObject()
    {
        var writer = new GrammarWriter();
        writer.Define(GbnfValidator.RootName, writer.Use("object"));
        return writer.ToString();
    }

    /// <returns>A grammar that passes <see cref="GbnfValidator"/>, or the first thing in the schema that isn't supported.</returns>
    public static Result<string, SchemaProblem> FromSchema(JsonElement schema, GrammarLimits limits)
    {
        if (LoneSurrogate.IsIn(schema.GetRawText()))
        {
            return new SchemaProblem("$", "A string in the schema holds half of a surrogate pair.");
        }
        var converter = new SchemaConverter(schema);
        var root = converter.Convert(schema, "$", "value");
        if (root is null)
        {
            return converter.Problem!;
        }
        converter.Writer.Define(GbnfValidator.RootName, root);
        var grammar = converter.Writer.ToString();
        return GbnfValidator.Validate(grammar, limits).Problem is { } problem
            ? new SchemaProblem("$", $"The schema makes a grammar that is refused: {problem.Message}")
            : grammar;
    }
}
