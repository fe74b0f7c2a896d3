using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Assistant.Inference.Templates;

/// <summary>The variables of a rendering as JSON, under the names that the templates of Hugging Face models use.</summary>
internal static class TemplateVariables
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly HashSet<string> Reserved =
    [
        "messages", "tools", "add_generation_prompt", "bos_token", "eos_token", "raise_exception", "strftime_now", "range", "namespace",
        "true", "false", "none", "True", "False", "None",
    ];

    public static string ToJson(ChatTemplateInput input)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("bos_token", input.BosToken);
            json.WriteString("eos_token", input.EosToken);
            json.WriteBoolean("add_generation_prompt", input.AddGenerationPrompt);
            WriteNode(json, "tools", input.Tools);
            WriteMessages(json, input.Messages);
            if (input.Variables?.ContainsKey("documents") is not true)
            {
                json.WriteNull("documents");
            }
            foreach (var (name, value) in input.Variables ?? [])
            {
                if (!Reserved.Contains(name))
                {
                    WriteNode(json, name, value);
                }
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    private static void WriteMessages(Utf8JsonWriter json, IReadOnlyList<ChatTurn> messages)
    {
        json.WriteStartArray("messages");
        foreach (var message in messages)
        {
            json.WriteStartObject();
            json.WriteString("role", message.Role);
            json.WriteString("content", message.Content);
            WriteOptional(json, "name", message.Name);
            WriteOptional(json, "reasoning_content", message.Reasoning);
            WriteOptional(json, "tool_call_id", message.ToolCallId);
            if (message.ToolCalls.Count > 0)
            {
                WriteToolCalls(json, message.ToolCalls);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteToolCalls(Utf8JsonWriter json, IReadOnlyList<ChatToolCall> calls)
    {
        json.WriteStartArray("tool_calls");
        foreach (var call in calls)
        {
            json.WriteStartObject();
            json.WriteString("id", call.Id);
            json.WriteString("type", "function");
            json.WriteStartObject("function");
            json.WriteString("name", call.Name);
            if (ParseObject(call.Arguments) is { } arguments)
            {
                WriteNode(json, "arguments", arguments);
            }
            else
            {
                json.WriteString("arguments", call.Arguments);
            }
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static JsonObject? ParseObject(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void WriteNode(Utf8JsonWriter json, string name, JsonNode? node)
    {
        json.WritePropertyName(name);
        if (node is null)
        {
            json.WriteNullValue();
        }
        else
        {
            node.WriteTo(json);
        }
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
