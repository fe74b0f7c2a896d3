using System.ClientModel;
using Assistant.Inference.Host.Tests.Hosting;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Models;

namespace Assistant.Inference.Host.Tests.Clients;

/// <summary>OpenAI's own .NET client, unchanged, against the host.</summary>
public sealed class DotNetClientTests(SharedHost shared)
{
    private const string Question = "How many days of leave do I have?";

    private OpenAIClient Client { get; } = new(new ApiKeyCredential(SharedHost.Key), new OpenAIClientOptions { Endpoint = new Uri(shared.Host.Address, "/v1") });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CompleteChat_WithLogprobs_GivesTextUsageAndProbabilities()
    {
        ChatCompletion completion = await Chat("base").CompleteChatAsync(
            [new UserChatMessage(Question)],
            new ChatCompletionOptions { MaxOutputTokenCount = 8, Temperature = 0, IncludeLogProbabilities = true, TopLogProbabilityCount = 3 },
            Token);

        completion.FinishReason.ShouldBeOneOf(ChatFinishReason.Length, ChatFinishReason.Stop);
        completion.Usage.OutputTokenCount.ShouldBeInRange(1, 8);
        completion.Usage.TotalTokenCount.ShouldBe(completion.Usage.InputTokenCount + completion.Usage.OutputTokenCount);
        completion.ContentTokenLogProbabilities.ShouldNotBeEmpty();
        completion.ContentTokenLogProbabilities.ShouldAllBe(t => t.LogProbability <= 0 && t.TopLogProbabilities.Count == 3);
        completion.ContentTokenLogProbabilities[0].TopLogProbabilities[0].Token.ShouldBe(completion.ContentTokenLogProbabilities[0].Token);
    }

    [Fact]
    public async Task CompleteChatStreaming_OfTheSameRequest_GivesTheSameTextAsTheWhole()
    {
        ChatMessage[] messages = [new SystemChatMessage("Be brief."), new UserChatMessage(Question)];
        ChatCompletion whole = await Chat("hr@3").CompleteChatAsync(messages, Greedy(), Token);

        var text = "";
        ChatTokenUsage? usage = null;
        ChatFinishReason? reason = null;
        await foreach (var update in Chat("hr@3").CompleteChatStreamingAsync(messages, Greedy(), Token))
        {
            text += string.Concat(update.ContentUpdate.Select(p => p.Text));
            usage = update.Usage ?? usage;
            reason = update.FinishReason ?? reason;
        }

        text.ShouldBe(string.Concat(whole.Content.Select(p => p.Text)));
        reason.ShouldBe(whole.FinishReason);
        usage.ShouldNotBeNull().OutputTokenCount.ShouldBe(whole.Usage.OutputTokenCount);
        usage.InputTokenDetails.CachedTokenCount.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task CompleteChat_WithARequiredTool_GivesACallThatFitsItsSchema()
    {
        var tool = ChatTool.CreateFunctionTool("leave_days", "Days of leave of a person.", BinaryData.FromString(
            """{"type": "object", "properties": {"team": {"enum": ["hr", "legal"]}, "half": {"type": "boolean"}}, "required": ["team", "half"], "additionalProperties": false}"""));
        var options = new ChatCompletionOptions { MaxOutputTokenCount = 200, Temperature = 0, ToolChoice = ChatToolChoice.CreateFunctionChoice("leave_days"), Tools = { tool } };

        ChatCompletion completion = await Chat("base").CompleteChatAsync([new UserChatMessage(Question)], options, Token);

        completion.FinishReason.ShouldBe(ChatFinishReason.ToolCalls);
        var call = completion.ToolCalls.ShouldHaveSingleItem();
        call.FunctionName.ShouldBe("leave_days");
        var arguments = System.Text.Json.Nodes.JsonNode.Parse(call.FunctionArguments.ToString())!;
        ((string?)arguments["team"]).ShouldBeOneOf("hr", "legal");

        // The answer to a call goes back in the next request.
        ChatCompletion next = await Chat("base").CompleteChatAsync(
            [new UserChatMessage(Question), new AssistantChatMessage(completion), new ToolChatMessage(call.Id, "30")], Greedy(), Token);
        next.Usage.InputTokenCount.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task CompleteChatStreaming_WithARequiredTool_GivesTheCall()
    {
        var options = new ChatCompletionOptions
        {
            MaxOutputTokenCount = 200,
            Temperature = 0,
            ToolChoice = ChatToolChoice.CreateRequiredChoice(),
            Tools = { ChatTool.CreateFunctionTool("now", null, BinaryData.FromString("""{"type": "object", "properties": {}, "additionalProperties": false}""")) },
        };

        List<StreamingChatToolCallUpdate> calls = [];
        ChatFinishReason? reason = null;
        await foreach (var update in Chat("base").CompleteChatStreamingAsync([new UserChatMessage(Question)], options, Token))
        {
            calls.AddRange(update.ToolCallUpdates);
            reason = update.FinishReason ?? reason;
        }

        calls.ShouldHaveSingleItem().FunctionName.ShouldBe("now");
        calls[0].Index.ShouldBe(0);
        reason.ShouldBe(ChatFinishReason.ToolCalls);
    }

    [Fact]
    public async Task CompleteChat_WithAJsonSchema_GivesJsonThatFitsIt()
    {
        var format = ChatResponseFormat.CreateJsonSchemaFormat("verdict", BinaryData.FromString(
            """{"type": "object", "properties": {"ok": {"type": "boolean"}, "level": {"enum": [1, 2]}}, "required": ["ok", "level"], "additionalProperties": false}"""));

        ChatCompletion completion = await Chat("base").CompleteChatAsync(
            [new UserChatMessage(Question)], new ChatCompletionOptions { MaxOutputTokenCount = 200, Temperature = 0, ResponseFormat = format }, Token);

        var answer = System.Text.Json.Nodes.JsonNode.Parse(completion.Content[0].Text)!;
        ((int)answer["level"]!).ShouldBeInRange(1, 2);
    }

    [Fact]
    public async Task GetModels_WithAnAdapter_ListsItBesideTheBaseModel()
    {
        OpenAIModelCollection models = await Client.GetOpenAIModelClient().GetModelsAsync(Token);
        OpenAIModel adapter = await Client.GetOpenAIModelClient().GetModelAsync("hr@3", Token);

        models.Select(m => m.Id).ShouldBe(["tiny", "hr@3"], ignoreOrder: true);
        adapter.Id.ShouldBe("hr@3");
    }

    [Fact]
    public async Task CompleteChat_OfAnUnknownModel_Is404()
    {
        var error = await Should.ThrowAsync<ClientResultException>(() => Chat("gpt-4o").CompleteChatAsync([new UserChatMessage(Question)], Greedy(), Token));

        error.Status.ShouldBe(404);
        error.Message.ShouldContain("gpt-4o");
    }

    private static ChatCompletionOptions Greedy() => new() { MaxOutputTokenCount = 24, Temperature = 0 };

    private ChatClient Chat(string model) => Client.GetChatClient(model);
}
