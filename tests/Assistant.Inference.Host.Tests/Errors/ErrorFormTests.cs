using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Assistant.Inference.Host.Tests.Hosting;

namespace Assistant.Inference.Host.Tests.Errors;

/// <summary>Every refusal has OpenAI's form and names the field.</summary>
public sealed class ErrorFormTests(SharedHost shared)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{", null)]
    [InlineData("", null)]
    [InlineData("null", null)]
    [InlineData("[]", null)]
    [InlineData("""{"model": 1}""", "model")]
    [InlineData("""{"messages": "hi", "model": "base"}""", "messages")]
    [InlineData("""{"messages": [], "model": "base"}""", "messages")]
    [InlineData("""{"messages": [null], "model": "base"}""", "messages[0]")]
    [InlineData("""{"messages": [{"role": "robot", "content": "hi"}], "model": "base"}""", "messages[0].role")]
    [InlineData("""{"messages": [{"role": "user"}], "model": "base"}""", "messages[0].content")]
    [InlineData("""{"messages": [{"role": "tool", "content": "30"}], "model": "base"}""", "messages[0].tool_call_id")]
    [InlineData("""{"messages": [{"role": "assistant", "tool_calls": [1]}], "model": "base"}""", "messages[0].tool_calls")]
    [InlineData("""{"messages": [{"role": "user", "content": [{"type": "text", "text": "a"}, {"type": "image_url", "image_url": {"url": "x"}}]}], "model": "base"}""", "messages[0].content[1]")]
    [InlineData("""{"messages": [{"role": "user", "content": "hi"}]}""", "model")]
    [InlineData("""{"messages": [{"role": "user", "content": "hi"}], "model": "base", "temperature": 3}""", "temperature")]
    [InlineData("""{"messages": [{"role": "user", "content": "hi"}], "model": "base", "top_logprobs": 2}""", "top_logprobs")]
    [InlineData("""{"messages": [{"role": "user", "content": "hi"}], "model": "base", "stop": [1]}""", "stop")]
    [InlineData("""{"messages": [{"role": "user", "content": "hi"}], "model": "base", "tools": [{}]}""", "tools[0]")]
    [InlineData("""{"messages": [{"role": "user", "content": "hi"}], "model": "base", "tool_choice": "required"}""", "tool_choice")]
    [InlineData("""{"messages": [{"role": "user", "content": "hi"}], "model": "base", "response_format": {"type": "xml"}}""", "response_format.type")]
    [InlineData("""{"messages": [{"role": "user", "content": "hi"}], "model": "base", "response_format": {"type": "json_schema", "json_schema": {"name": "x"}}}""", "response_format.json_schema.schema")]
    [InlineData("""{"messages": [{"role": "user", "content": "hi"}], "model": "base", "response_format": {"type": "json_object"}, "grammar": "root ::= \"a\""}""", "response_format")]
    [InlineData("""{"messages": [{"role": "user", "content": "hi"}], "model": "base", "grammar": "root ::= ("}""", null)]
    public async Task Chat_OfAWrongBody_Is400(string body, string? param)
    {
        using var response = await shared.Host.PostAsync("/v1/chat/completions", body);

        await ShouldBeErrorAsync(response, HttpStatusCode.BadRequest, "invalid_request_error", param);
    }

    [Theory]
    [InlineData("""{"model": "base"}""", "prompt")]
    [InlineData("""{"model": "base", "prompt": ["a", "b"]}""", "prompt")]
    [InlineData("""{"model": "base", "prompt": [99999999]}""", "prompt")]
    [InlineData("""{"model": "base", "prompt": "a", "echo": true}""", "echo")]
    [InlineData("""{"model": "base", "prompt": "a", "suffix": "b"}""", "suffix")]
    [InlineData("""{"model": "base", "prompt": "a", "best_of": 2}""", "best_of")]
    public async Task Completions_OfAWrongBody_Is400(string body, string param)
    {
        using var response = await shared.Host.PostAsync("/v1/completions", body);

        await ShouldBeErrorAsync(response, HttpStatusCode.BadRequest, "invalid_request_error", param);
    }

    [Fact]
    public async Task Chat_OfFieldsNobodyKnows_IsAnswered()
    {
        using var response = await shared.Host.PostAsync(
            "/v1/chat/completions",
            """{"model": "base", "messages": [{"role": "user", "content": "hi", "mood": 1}], "max_tokens": 1, "store": false, "metadata": {"a": "b"}, "stream": null}""");

        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Chat_OfALargeBody_Is413()
    {
        using var response = await shared.Host.PostAsync("/v1/chat/completions", $$"""{"model": "base", "messages": [{"role": "user", "content": "{{new string('a', 70_000)}}"}]}""");

        await ShouldBeErrorAsync(response, HttpStatusCode.RequestEntityTooLarge, "invalid_request_error", null);
    }

    [Fact]
    public async Task Chat_OfALongPrompt_SaysThatTheContextIsTooShort()
    {
        using var response = await shared.Host.PostAsync("/v1/chat/completions", $$"""{"model": "base", "messages": [{"role": "user", "content": "{{string.Concat(Enumerable.Repeat("leave é ", 5_000))}}"}]}""");

        var error = await ShouldBeErrorAsync(response, HttpStatusCode.BadRequest, "invalid_request_error", null);
        ((string?)error["code"]).ShouldBe("context_length_exceeded");
    }

    [Fact]
    public async Task Chat_OfAnotherContentType_Is415()
    {
        using var response = await shared.Host.Client.PostAsync(new Uri("/v1/chat/completions", UriKind.Relative), new StringContent("{}", Encoding.UTF8, "text/plain"), Token);

        await ShouldBeErrorAsync(response, HttpStatusCode.UnsupportedMediaType, "invalid_request_error", null);
    }

    [Fact]
    public async Task Get_OfAPathThatIsNotThere_Is404()
    {
        using var response = await shared.Host.Client.GetAsync(new Uri("/v1/nothing", UriKind.Relative), Token);

        await ShouldBeErrorAsync(response, HttpStatusCode.NotFound, "invalid_request_error", null);
    }

    [Fact]
    public async Task Get_OfAPathThatTakesPosts_Is405()
    {
        using var response = await shared.Host.Client.GetAsync(new Uri("/v1/rerank", UriKind.Relative), Token);

        await ShouldBeErrorAsync(response, HttpStatusCode.MethodNotAllowed, "invalid_request_error", null);
    }

    private static async Task<JsonNode> ShouldBeErrorAsync(HttpResponseMessage response, HttpStatusCode status, string type, string? param)
    {
        var text = await response.Content.ReadAsStringAsync(Token);
        response.StatusCode.ShouldBe(status, text);
        var error = JsonNode.Parse(text)!["error"]!;
        ((string?)error["type"]).ShouldBe(type, text);
        ((string?)error["param"]).ShouldBe(param, text);
        ((string?)error["message"]).ShouldNotBeNullOrEmpty();
        return error;
    }
}
