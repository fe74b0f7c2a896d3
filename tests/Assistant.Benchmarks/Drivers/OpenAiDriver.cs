using System.Globalization;
using System.Text.Json.Nodes;
using Assistant.Benchmarks.Load;
using Assistant.Benchmarks.Models;

namespace Assistant.Benchmarks.Drivers;

/// <summary>POST /v1/completions of any server that speaks OpenAI's protocol; the adapter is the model's name.</summary>
internal sealed class OpenAiDriver(Uri address, string? key, ModelFiles models) : HttpDriver(address, key, "v1/completions")
{
    private const string BaseModel = "base";

    protected override JsonObject Body(LoadRequest request)
    {
        var body = new JsonObject
        {
            ["model"] = request.Adapter is { } index ? models.Adapters[index].Name : BaseModel,
            ["prompt"] = PromptOf(request),
            ["max_tokens"] = request.Tokens,
            ["temperature"] = 0,
            ["stream"] = true,
            ["stream_options"] = new JsonObject { ["include_usage"] = true },
            ["user"] = request.User,
        };
        if (models.EndTokens.Count > 0)
        {
            body["logit_bias"] = new JsonObject(models.EndTokens.Select(t => KeyValuePair.Create(t.ToString(CultureInfo.InvariantCulture), (JsonNode?)-100)));
        }
        else if (models.Base is null)
        {
            // Not OpenAI's, but what llama-server and vLLM call it.
            body["ignore_eos"] = true;
        }

        if (!request.Lookup)
        {
            body["prompt_lookup"] = false;
        }

        return body;
    }

    protected override void Read(JsonNode item, Recording recording)
    {
        if (item["error"] is { } error)
        {
            throw new DriverException(error.ToJsonString());
        }

        if (item["choices"] is JsonArray { Count: > 0 } choices && (string?)choices[0]!["text"] is { Length: > 0 } text)
        {
            recording.Add(text);
        }

        if (item["timings"] is { } timings)
        {
            recording.Counts = recording.Counts with { Drafted = Count(timings["drafted"]), Accepted = Count(timings["accepted"]) };
        }

        if (item["usage"] is { } usage)
        {
            recording.Counts = recording.Counts with
            {
                Prompt = Count(usage["prompt_tokens"]),
                Reused = Count(usage["prompt_tokens_details"]?["cached_tokens"]),
                Generated = Count(usage["completion_tokens"]),
            };
        }
    }
}
