using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Assistant.TestKit.Models;

namespace Assistant.Inference.Host.Tests.Hosting;

/// <summary>A streamed request that runs longer than anything in a test waits for.</summary>
internal static class LongRequest
{
    private const int Context = 32_768;

    private static readonly TinyModelOptions Model = new() { Context = Context };

    /// <summary>Settings of a host whose model has the room for it.</summary>
    public static Dictionary<string, string> Settings(TestModels models) => new()
    {
        ["Inference:Model"] = TinyModel.Write(models.PathOf("long.gguf"), Model),
        ["Inference:ContextTokens"] = Context.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The end of the text is out of reach: it goes on to the end of the context.</summary>
    public static JsonObject Body() => new()
    {
        ["model"] = "base",
        ["messages"] = new JsonArray(new JsonObject { ["role"] = "user", ["content"] = "Talk." }),
        ["max_tokens"] = Context,
        ["logit_bias"] = new JsonObject(EndTokens().Select(t => KeyValuePair.Create<string, JsonNode?>(t.ToString(CultureInfo.InvariantCulture), -100))),
        ["stream"] = true,
    };

    /// <summary>Completes with the first token; the answer ends when the response is disposed.</summary>
    public static Task<HttpResponseMessage> StartAsync(TestHost host, CancellationToken cancellationToken) => host.Client.SendAsync(
        new HttpRequestMessage(HttpMethod.Post, new Uri("/v1/chat/completions", UriKind.Relative)) { Content = new StringContent(Body().ToJsonString(), Encoding.UTF8, "application/json") },
        HttpCompletionOption.ResponseHeadersRead,
        cancellationToken);

    private static IEnumerable<int> EndTokens() => new[] { "</s>", "<|im_end|>" }.Select(t => Model.Vocabulary.Tokens.ToList().IndexOf(t));
}
