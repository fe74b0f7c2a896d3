using System.Text.Json.Nodes;
using Assistant.Inference.Templates;
using Microsoft.Extensions.Time.Testing;

namespace Assistant.Inference.Tests.Templates;

/// <summary>The prompt formats that model families publish, rendered from their kind of template.</summary>
public sealed class ModelTemplateTests
{
    private static readonly ChatTurn System = new("system", "Be brief.");
    private static readonly ChatTurn Question = new("user", " Weather in Paris? ");
    private static readonly ChatTurn Call = new("assistant", "") { ToolCalls = [new ChatToolCall("call00001", "weather", """{"city": "Paris", "days": 2}""")] };
    private static readonly ChatTurn Outcome = new("tool", "12 °C") { ToolCallId = "call00001", Name = "weather" };
    private static readonly ChatTurn Answer = new("assistant", "12 °C.");

    private static readonly JsonArray Tools = [new JsonObject { ["type"] = "function", ["function"] = new JsonObject { ["name"] = "weather" } }];

    [Fact]
    public void Render_ChatMl_WritesEachTurn() =>
        Render(ChatTemplate.ChatMl, [System, Question, Answer])
            .ShouldBe("<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user\n Weather in Paris? <|im_end|>\n<|im_start|>assistant\n12 °C.<|im_end|>\n<|im_start|>assistant\n");

    [Fact]
    public void Render_Llama2_PutsTheSystemMessageIntoTheFirstQuestion()
    {
        Render(SampleTemplates.Llama2, [System, Question, Answer, Question])
            .ShouldBe("<s>[INST] <<SYS>>\nBe brief.\n<</SYS>>\n\n Weather in Paris? [/INST] 12 °C. </s><s>[INST] Weather in Paris? [/INST]");
        var problem = Template(SampleTemplates.Llama2).Render(new ChatTemplateInput([Question, Question])).Problem.ShouldNotBeNull();
        problem.Kind.ShouldBe(TemplateProblemKind.Raised);
        problem.Message.ShouldStartWith("Conversation roles must alternate");
    }

    [Fact]
    public void Render_Llama3WithTools_WritesDateToolsAndCalls()
    {
        Render(SampleTemplates.Llama3, [Question, Call, Outcome], Tools).ShouldBe(
            "<s><|start_header_id|>system<|end_header_id|>\n\nEnvironment: ipython\nToday Date: 05 Mar 2026\n\n"
            + "{\n    \"type\": \"function\",\n    \"function\": {\n        \"name\": \"weather\"\n    }\n}\n\n<|eot_id|>"
            + "<|start_header_id|>user<|end_header_id|>\n\nWeather in Paris?<|eot_id|>"
            + "<|start_header_id|>assistant<|end_header_id|>\n\n{\"name\": \"weather\", \"parameters\": {\"city\": \"Paris\", \"days\": 2}}<|eot_id|>"
            + "<|start_header_id|>ipython<|end_header_id|>\n\n12 °C<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n");
        Render(SampleTemplates.Llama3, [Question], tools: null)
            .ShouldBe("<s><|start_header_id|>user<|end_header_id|>\n\nWeather in Paris?<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n");
    }

    [Fact]
    public void Render_Gemma_CallsTheAssistantModelAndRefusesSystemMessages()
    {
        Render(SampleTemplates.Gemma, [Question, Answer])
            .ShouldBe("<s><start_of_turn>user\nWeather in Paris?<end_of_turn>\n<start_of_turn>model\n12 °C.<end_of_turn>\n<start_of_turn>model\n");
        Template(SampleTemplates.Gemma).Render(new ChatTemplateInput([System])).Problem
            .ShouldBe(new TemplateProblem(TemplateProblemKind.Raised, "System role not supported"));
    }

    [Fact]
    public void Render_Phi3WithoutGenerationPrompt_EndsTheText()
    {
        Template(SampleTemplates.Phi3).Render(new ChatTemplateInput([System, Question, Answer]) { AddGenerationPrompt = false, EosToken = "<|endoftext|>" }).Value
            .ShouldBe("<|system|>\nBe brief.<|end|>\n<|user|>\n Weather in Paris? <|end|>\n<|assistant|>\n12 °C.<|end|>\n<|endoftext|>");
    }

    [Fact]
    public void Render_MistralWithTools_WritesCallsAndResults()
    {
        Render(SampleTemplates.Mistral, [Question, Call, Outcome, Answer], Tools).ShouldBe(
            "<s>[AVAILABLE_TOOLS] [{\"type\": \"function\", \"function\": {\"name\": \"weather\"}}][/AVAILABLE_TOOLS][INST]  Weather in Paris? [/INST]"
            + "[TOOL_CALLS] [{\"name\": \"weather\", \"arguments\": {\"city\": \"Paris\", \"days\": 2}}]</s>"
            + "[TOOL_RESULTS] {\"content\": \"12 °C\", \"call_id\": \"call00001\"}[/TOOL_RESULTS] 12 °C.</s>");
        var shortId = Call with { ToolCalls = [new ChatToolCall("1", "weather", "{}")] };
        Template(SampleTemplates.Mistral).Render(new ChatTemplateInput([Question, shortId])).Problem.ShouldNotBeNull().Kind.ShouldBe(TemplateProblemKind.Raised);
    }

    [Fact]
    public void Render_Qwen3_KeepsReasoningOfTheLastTurnOnly()
    {
        var thoughtful = Answer with { Reasoning = "Look it up." };
        Render(SampleTemplates.Qwen3, [Question, thoughtful]).ShouldContain("<|im_start|>assistant\n12 °C.<|im_end|>\n");
        Render(SampleTemplates.Qwen3, [new ChatTurn("assistant", "<think>\nhm\n</think>\n\nHello")]).ShouldBe("<|im_start|>assistant\nHello<|im_end|>\n<|im_start|>assistant\n");
    }

    [Fact]
    public void Render_Qwen3_WritesToolCallsAndCanTurnThinkingOff()
    {
        var unparsable = Call with { ToolCalls = [new ChatToolCall("1", "weather", "Paris")] };
        Render(SampleTemplates.Qwen3, [Call, unparsable, Outcome]).ShouldBe(
            "<|im_start|>assistant\n\n<tool_call>\n{\"name\": \"weather\", \"arguments\": {\"city\": \"Paris\", \"days\": 2}}\n</tool_call><|im_end|>\n"
            + "<|im_start|>assistant\n\n<tool_call>\n{\"name\": \"weather\", \"arguments\": Paris}\n</tool_call><|im_end|>\n"
            + "<|im_start|>user\n<tool_response>\n12 °C\n</tool_response><|im_end|>\n<|im_start|>assistant\n");
        Template(SampleTemplates.Qwen3).Render(new ChatTemplateInput([]) { Variables = new JsonObject { ["enable_thinking"] = false } }).Value
            .ShouldBe("<|im_start|>assistant\n<think>\n\n</think>\n\n");
    }

    private static string Render(string template, IReadOnlyList<ChatTurn> messages, JsonArray? tools = null) =>
        Template(template).Render(new ChatTemplateInput(messages) { Tools = tools, BosToken = "<s>", EosToken = "</s>" }) is { IsValid: true } result
            ? result.Value
            : throw new InvalidOperationException("The template gave no text.");

    private static ChatTemplate Template(string template) =>
        ChatTemplate.Compile(template, TemplateLimits.Default, new FakeTimeProvider(new DateTimeOffset(2026, 3, 5, 8, 0, 0, TimeSpan.Zero))).Value.ShouldNotBeNull();
}
