using System.Text.Json.Nodes;
using Assistant.Inference.Generation;
using Assistant.Inference.Host.Errors;

namespace Assistant.Inference.Host.Chat;

/// <summary>The messages of a request, for the model's chat template.</summary>
internal static class Conversation
{
    private const string ToolRole = "tool";

    /// <summary>Null with the conversation, or the first message at fault.</summary>
    public static ApiError? Read(ChatCompletionRequest request, out ChatPrompt prompt)
    {
        prompt = null!;
        if (request.Messages is not { Count: > 0 } messages)
        {
            return ApiError.Invalid("messages", "messages must hold at least one message.");
        }

        List<ChatPromptMessage> turns = [];
        for (var i = 0; i < messages.Count; i++)
        {
            if (Read(messages[i], $"messages[{i}]", out var turn) is { } error)
            {
                return error;
            }

            turns.Add(turn);
        }

        prompt = new() { Messages = turns, Tools = ToolChoice.Offered(request), Variables = request.ChatTemplateKwargs };
        return null;
    }

    private static ApiError? Read(ChatMessage? message, string place, out ChatPromptMessage turn)
    {
        turn = null!;
        if (message is null)
        {
            return ApiError.Invalid(place, $"{place} is null.");
        }

        var role = message.Role == "developer" ? "system" : message.Role;
        if (role is not ("system" or "user" or "assistant" or ToolRole))
        {
            return ApiError.Invalid($"{place}.role", $"{place}.role is \"{role}\", but must be system, developer, user, assistant or tool.");
        }

        if (role == ToolRole && string.IsNullOrEmpty(message.ToolCallId))
        {
            return ApiError.Invalid($"{place}.tool_call_id", $"{place} is a tool's answer and must name the call in tool_call_id.");
        }

        if (message.Content is null && !(role == "assistant" && message.ToolCalls is { Count: > 0 }))
        {
            return ApiError.Invalid($"{place}.content", $"{place}.content is missing.");
        }

        var parts = message.Content ?? [];
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i] is not { Type: "text", Text: not null })
            {
                return ApiError.Invalid($"{place}.content[{i}]", $"{place}.content[{i}] is of the type \"{parts[i].Type}\"; this server takes parts of the type text only.");
            }
        }

        if (message.ToolCalls is { } calls && !calls.All(IsCall))
        {
            return ApiError.Invalid($"{place}.tool_calls", $"{place}.tool_calls must hold calls of the form {{\"id\": …, \"type\": \"function\", \"function\": {{\"name\": …, \"arguments\": …}}}}.");
        }

        turn = new(role, string.Join('\n', parts.Select(p => p.Text)), role == "assistant" ? message.ToolCalls : null, message.ToolCallId, message.Name);
        return null;
    }

    private static bool IsCall(JsonNode? call) => call is JsonObject { } entry && entry["function"] is JsonObject function && ToolChoice.NameOf(function) is not null;
}
