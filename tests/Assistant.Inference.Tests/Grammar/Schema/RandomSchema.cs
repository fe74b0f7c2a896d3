using System.Text.Json.Nodes;

namespace Assistant.Inference.Tests.Grammar.Schema;

/// <summary>Random schemas out of everything that is supported.</summary>
internal sealed class RandomSchema(Random random)
{
    private static readonly string[] Names = ["a", "ab", "abc", "name", "größe", "x y", "quote\"", "back\\slash", "-", "item"];

    public JsonObject Root()
    {
        var schema = Schema(3);
        schema["$defs"] = new JsonObject { ["node"] = Node(), ["leaf"] = Schema(0) };
        return schema;
    }

    private JsonObject Schema(int depth) => random.Next(depth > 0 ? 14 : 9) switch
    {
        0 => Text(),
        1 => Integer(),
        2 => new() { ["type"] = random.Next(2) == 0 ? "number" : "boolean" },
        3 => new() { ["enum"] = new JsonArray("red", 1, null, "ü\"\n", new JsonArray(1, "x"), new JsonObject { ["k"] = true }) },
        4 => new() { ["const"] = "fixed" },
        5 => new() { ["type"] = new JsonArray("string", "null", "integer"), ["description"] = "either" },
        6 => new() { ["type"] = "string", ["format"] = (string[])["date", "time", "date-time", "uuid"] is var formats ? formats[random.Next(4)] : "" },
        7 => new() { ["type"] = "string", ["pattern"] = (string[])["^[a-z]{2,5}-\\d+$", "^(ja|nein|[^x\"]?)$", "^\\w+@\\w+\\.(de|com)$", "^.{0,3}\\s$"] is var patterns ? patterns[random.Next(4)] : "" },
        8 => new() { ["type"] = "null" },
        9 => new() { ["anyOf"] = new JsonArray(Schema(depth - 1), Schema(depth - 1)) },
        10 => new() { ["oneOf"] = new JsonArray(Tagged("circle", depth), Tagged("square", depth), new JsonObject { ["type"] = "integer" }) },
        11 => Array(depth),
        12 => new() { ["$ref"] = random.Next(2) == 0 ? "#/$defs/node" : "#/$defs/leaf" },
        _ => Object(depth),
    };

    private static JsonObject Node() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["value"] = new JsonObject { ["type"] = "integer" },
            ["children"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["$ref"] = "#/$defs/node" } },
        },
        ["required"] = new JsonArray("value"),
        ["additionalProperties"] = false,
    };

    private JsonObject Tagged(string kind, int depth)
    {
        var schema = Object(depth);
        schema["properties"]!["kind"] = new JsonObject { ["const"] = kind };
        ((JsonArray)schema["required"]!).Add("kind");
        return schema;
    }

    private JsonObject Object(int depth)
    {
        string[] names = [.. Names.Where(_ => random.Next(3) == 0)];
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(names.Select(n => KeyValuePair.Create<string, JsonNode?>(n, Schema(depth - 1)))),
            ["required"] = new JsonArray([.. names.Where(_ => random.Next(2) == 0).Select(n => (JsonNode)n)]),
        };
        switch (random.Next(4))
        {
            case 0:
                schema["additionalProperties"] = false;
                break;
            case 1:
                schema["additionalProperties"] = true;
                break;
            case 2:
                schema["additionalProperties"] = new JsonObject { ["type"] = "integer", ["minimum"] = 5 };
                ((JsonArray)schema["required"]!).Add("extra");
                break;
            default:
                break;
        }
        return schema;
    }

    private JsonObject Array(int depth)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = Schema(depth - 1) };
        var min = random.Next(4);
        if (random.Next(2) == 0)
        {
            schema["minItems"] = min;
        }
        if (random.Next(2) == 0)
        {
            schema["maxItems"] = min + random.Next(3);
        }
        return schema;
    }

    private JsonObject Text()
    {
        var schema = new JsonObject { ["type"] = "string" };
        var min = random.Next(3) == 0 ? random.Next(2500) : random.Next(5);
        if (random.Next(2) == 0)
        {
            schema["minLength"] = min;
        }
        if (random.Next(2) == 0)
        {
            schema["maxLength"] = min + (random.Next(3) == 0 ? random.Next(2500) : random.Next(5));
        }
        return schema;
    }

    private JsonObject Integer()
    {
        var schema = new JsonObject { ["type"] = "integer" };
        var min = random.Next(-2000, 2000);
        if (random.Next(3) > 0)
        {
            schema[random.Next(2) == 0 ? "minimum" : "exclusiveMinimum"] = min;
        }
        if (random.Next(3) > 0)
        {
            schema[random.Next(2) == 0 ? "maximum" : "exclusiveMaximum"] = min + 2 + random.Next(3000);
        }
        return schema;
    }
}
