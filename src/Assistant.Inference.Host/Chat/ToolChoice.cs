using System.Text.Json.Nodes;
using Assistant.Inference.Host.Errors;

namespace Assistant.Inference.Host.Chat;

/// <summary>Which of the offered tools the model may or must call.</summary>
internal static class ToolChoice
{
    private const string None = "none";
    private const string Required = "required";

    /// <summary>The tools that the model is told about; null for none.</summary>
    public static JsonArray? Offered(ChatCompletionRequest request) =>
        request.Tools is { Count: > 0 } tools && Word(request.ToolChoice) != None ? tools : null;

    /// <summary>Null with the functions of which one must be called, or with null when the model may decide; or what is wrong.</summary>
    public static ApiError? Read(ChatCompletionRequest request, out IReadOnlyList<JsonObject>? forced)
    {
        forced = null;
        List<JsonObject> functions = [];
        foreach (var (tool, i) in (request.Tools ?? []).Select((tool, i) => (tool, i)))
        {
            if (tool is not JsonObject { } entry || entry["function"] is not JsonObject function || NameOf(function) is null)
            {
                return ApiError.Invalid($"tools[{i}]", $"tools[{i}] must be {{\"type\": \"function\", \"function\": {{\"name\": …}}}}.");
            }

            functions.Add(function);
        }

        switch (request.ToolChoice)
        {
            case null:
            case JsonValue when Word(request.ToolChoice) is "auto" or None:
                return null;
            case JsonValue when Word(request.ToolChoice) == Required && functions.Count > 0:
                forced = functions;
                return null;
            case JsonObject choice when choice["function"] is JsonObject chosen && functions.Find(f => NameOf(f) == NameOf(chosen)) is { } function:
                forced = [function];
                return null;
            default:
                return ApiError.Invalid("tool_choice", "tool_choice must be \"auto\", \"none\", \"required\" or one of the functions in tools.");
        }
    }

    public static string? NameOf(JsonObject function) =>
        function["name"] is JsonValue value && value.TryGetValue<string>(out var name) && name.Length > 0 ? name : null;

    private static string? Word(JsonNode? choice) => choice is JsonValue value && value.TryGetValue<string>(out var word) ? word : null;
}
