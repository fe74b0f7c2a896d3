using Assistant.Inference.Generation;
using Assistant.Inference.Host.Errors;
using Assistant.Inference.Host.Generation;
using Assistant.Inference.Host.Lifetime;
using Assistant.Inference.Host.Models;
using Assistant.Inference.Host.Security;
using Microsoft.Extensions.Options;

namespace Assistant.Inference.Host.Chat;

/// <summary>POST /v1/chat/completions.</summary>
internal sealed class ChatEndpoint(EngineSlot slot, IOptions<ServerOptions> options, TimeProvider time)
{
    public async Task<IResult> CompleteAsync(ChatCompletionRequest request, HttpContext context)
    {
        if (slot.FindGeneration(out var engine) is { } unavailable)
        {
            return unavailable;
        }

        if (Read(request, engine, Caller.Of(context), out var generation) is { } error)
        {
            return error;
        }

        var identity = AnswerIdentity.New("chatcmpl-", request.Model!, engine.Model, time);
        var answer = new ChatAnswer(identity, ToolChoice.Offered(request) is not null, request.StreamOptions?.IncludeUsage == true);
        return await Generations.AnswerAsync(engine, generation, request.Stream == true, answer, answer.Whole, context);
    }

    private ApiError? Read(ChatCompletionRequest request, InferenceEngine engine, Caller caller, out GenerationRequest generation)
    {
        generation = null!;
        var model = engine.Model;
        if ((FieldRules.Check(request, model.VocabularySize) ?? CheckOwn(request)) is { } wrongField)
        {
            return wrongField;
        }

        if (ModelName.Read(request.Model, model.Name, out var adapters) is { } wrongModel)
        {
            return wrongModel;
        }

        if (OutputGrammar.Read(request, out var grammar) is { } wrongFormat)
        {
            return wrongFormat;
        }

        if (Conversation.Read(request, out var conversation) is { } wrongMessage)
        {
            return wrongMessage;
        }

        switch (engine.BuildPrompt(conversation))
        {
            case PromptResult.Built { Tokens: var prompt }:
                var fields = request with { Grammar = grammar, MaxTokens = request.MaxTokens ?? request.MaxCompletionTokens };
                generation = GenerationRequests.From(fields, prompt, adapters, caller.Name, options.Value.DefaultMaxTokens, time) with
                {
                    TopLogprobs = request.Logprobs == true ? request.TopLogprobs ?? 0 : null,
                };
                return null;
            case PromptResult.Refused refused:
                return ApiError.Invalid("messages", refused.Message);
            case var other:
                throw new InvalidOperationException($"Unknown outcome {other}.");
        }
    }

    private static ApiError? CheckOwn(ChatCompletionRequest request) =>
        FieldRules.Within("max_completion_tokens", request.MaxCompletionTokens, 1, int.MaxValue)
        ?? FieldRules.Within("top_logprobs", request.TopLogprobs, 0, FieldRules.MostTopLogprobs)
        ?? (request.TopLogprobs is not null && request.Logprobs != true ? ApiError.Invalid("top_logprobs", "top_logprobs needs logprobs: true.") : null);
}
