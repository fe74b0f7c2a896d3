using System.Text.Json;
using System.Text.Json.Nodes;
using Assistant.Inference.Grammar;
using Assistant.Inference.Grammar.Schema;
using Assistant.Inference.Host.Errors;

namespace Assistant.Inference.Host.Chat;

/// <summary>The grammar that a request puts on its output: its own, a JSON format, or a call that must be made.</summary>
internal static class OutputGrammar
{
    private const string CallRule = "tool-call";
    private const string Root = "root ::= ";

    /// <summary>Null with the grammar (null for free text), or what is wrong.</summary>
    public static ApiError? Read(ChatCompletionRequest request, out string? grammar)
    {
        grammar = request.Grammar;
        if (ToolChoice.Read(request, out var forced) is { } wrongChoice)
        {
            return wrongChoice;
        }

        var isJson = request.ResponseFormat is { Type: not (null or "text") };
        if ((request.Grammar is not null ? 1 : 0) + (isJson ? 1 : 0) + (forced is not null ? 1 : 0) > 1)
        {
            return ApiError.Invalid("response_format", "Only one of grammar, a JSON response_format and a required tool call can shape the output.");
        }

        if (forced is not null)
        {
            var error = Convert(AnyCall(forced), "tools", out var call);
            grammar = call is null ? null : Tagged(call);
            return error;
        }

        return isJson ? Read(request.ResponseFormat!, ref grammar) : null;
    }

    private static ApiError? Read(ResponseFormat format, ref string? grammar)
    {
        switch (format)
        {
            case { Type: "json_object" }:
                grammar = JsonSchemaGrammar.AnyObject();
                return null;
            case { Type: "json_schema", JsonSchema.Schema: { } schema }:
                return Convert(schema, "response_format.json_schema.schema", out grammar);
            case { Type: "json_schema" }:
                return ApiError.Invalid("response_format.json_schema.schema", "A response_format of the type json_schema needs json_schema.schema.");
            default:
                return ApiError.Invalid("response_format.type", $"response_format.type is \"{format.Type}\", but must be text, json_object or json_schema.");
        }
    }

    private static ApiError? Convert(JsonNode schema, string field, out string? grammar)
    {
        using var document = JsonDocument.Parse(schema.ToJsonString());
        var result = JsonSchemaGrammar.FromSchema(document.RootElement, GrammarLimits.Default);
        grammar = result.Value;
        return result.Problem is { } problem ? ApiError.Invalid(field, $"{problem.Path}: {problem.Message}", "unsupported_schema") : null;
    }

    /// <summary>The schema of {"name": …, "arguments": …} for one of the functions.</summary>
    private static JsonObject AnyCall(IEnumerable<JsonObject> functions) => new()
    {
        ["anyOf"] = new JsonArray([.. functions.Select(function => new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["name"] = new JsonObject { ["const"] = ToolChoice.NameOf(function) },
                ["arguments"] = function["parameters"]?.DeepClone() ?? new JsonObject { ["type"] = "object" },
            },
            ["required"] = new JsonArray("name", "arguments"),
        })]),
    };

    /// <summary>Puts the tags of a call around a grammar's start rule.</summary>
    private static string Tagged(string grammar) =>
        $"""
        {Root}"{ToolCallReader.Open}\n" {CallRule} "\n{ToolCallReader.Close}"
        {CallRule} ::= {grammar[Root.Length..]}
        """;
}
