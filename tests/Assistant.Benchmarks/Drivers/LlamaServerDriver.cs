using System.Text.Json.Nodes;
using Assistant.Benchmarks.Load;
using Assistant.Benchmarks.Models;

namespace Assistant.Benchmarks.Drivers;

/// <summary>
/// llama-server's own POST /completion. Every request names the scale of every adapter: the server runs those that are
/// not named with the scale it was started with.
/// </summary>
internal sealed class LlamaServerDriver(Uri address, string? key, ModelFiles models) : HttpDriver(address, key, "completion")
{
    protected override JsonObject Body(LoadRequest request) => new()
    {
        ["prompt"] = PromptOf(request),
        ["n_predict"] = request.Tokens,
        ["temperature"] = 0,
        ["stream"] = true,
        ["cache_prompt"] = true,
        ["ignore_eos"] = true,
        ["lora"] = new JsonArray([.. models.Adapters.Select((_, i) => new JsonObject { ["id"] = i, ["scale"] = i == request.Adapter ? 1 : 0 })]),
    };

    protected override void Read(JsonNode item, Recording recording)
    {
        if (item["error"] is { } error)
        {
            throw new DriverException(error.ToJsonString());
        }

        if ((string?)item["content"] is { Length: > 0 } text)
        {
            recording.Add(text);
        }

        if ((bool?)item["stop"] == true)
        {
            var timings = item["timings"];
            recording.Counts = new TokenCounts(
                Count(item["tokens_evaluated"]), Count(timings?["cache_n"]), Count(item["tokens_predicted"]), Count(timings?["draft_n"]), Count(timings?["draft_n_accepted"]));
        }
    }
}
