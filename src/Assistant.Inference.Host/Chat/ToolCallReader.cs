using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Assistant.Inference.Host.Chat;

/// <summary>
/// Finds tool calls in output as it comes, in the form of the Hermes and Qwen templates:
/// <c>&lt;tool_call&gt;{"name": …, "arguments": {…}}&lt;/tool_call&gt;</c>. What is no call after all stays text; white space
/// around calls is dropped.
/// </summary>
internal sealed class ToolCallReader
{
    public const string Open = "<tool_call>";
    public const string Close = "</tool_call>";

    private readonly StringBuilder pending = new();
    private bool anyCall;

    /// <summary>What is certain by now; an incomplete tag or call is held back.</summary>
    public IReadOnlyList<OutputPart> Add(string text)
    {
        pending.Append(text);
        return Drain(atEnd: false);
    }

    /// <summary>The rest.</summary>
    public IReadOnlyList<OutputPart> End() => Drain(atEnd: true);

    private List<OutputPart> Drain(bool atEnd)
    {
        List<OutputPart> parts = [];
        var text = pending.ToString();
        var at = 0;
        while (true)
        {
            var open = text.IndexOf(Open, at, StringComparison.Ordinal);
            var close = open < 0 ? -1 : text.IndexOf(Close, open, StringComparison.Ordinal);
            if (close < 0)
            {
                // Everything before a tag that may still become a call can go.
                var safe = atEnd ? text.Length : SafeEnd(text, at, open);
                AddText(parts, text[at..safe]);
                pending.Clear().Append(text, safe, text.Length - safe);
                return parts;
            }

            var end = close + Close.Length;
            if (Read(text[(open + Open.Length)..close]) is { } call)
            {
                AddText(parts, text[at..open].TrimEnd());
                parts.Add(call);
                anyCall = true;
            }
            else
            {
                AddText(parts, text[at..end]);
            }

            at = end;
        }
    }

    private void AddText(List<OutputPart> parts, string text)
    {
        if (text.Length > 0 && !(anyCall && string.IsNullOrWhiteSpace(text)))
        {
            parts.Add(new OutputPart.Text(text));
        }
    }

    /// <summary>Where the text ends that no call can reach: before a tag, or the start of one, and the white space in front of it.</summary>
    private static int SafeEnd(string text, int from, int open)
    {
        var end = open >= 0 ? open : text.Length;
        for (var length = Math.Min(Open.Length - 1, text.Length - from); open < 0 && length > 0; length--)
        {
            if (text.AsSpan(text.Length - length).SequenceEqual(Open.AsSpan(0, length)))
            {
                end = text.Length - length;
                break;
            }
        }

        while (end > from && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end;
    }

    private static OutputPart.Call? Read(string json)
    {
        try
        {
            return JsonNode.Parse(json) is JsonObject call
                && call["name"] is JsonValue name && name.TryGetValue<string>(out var function) && function.Length > 0
                ? new(function, Arguments(call["arguments"] ?? call["parameters"]))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>OpenAI's form has the arguments as JSON in a string.</summary>
    private static string Arguments(JsonNode? arguments) => arguments switch
    {
        null => "{}",
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => arguments.ToJsonString(),
    };
}
