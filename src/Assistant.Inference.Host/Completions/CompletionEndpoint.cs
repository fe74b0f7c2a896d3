using Assistant.Inference.Host.Errors;
using Assistant.Inference.Host.Generation;
using Assistant.Inference.Host.Lifetime;
using Assistant.Inference.Host.Models;
using Assistant.Inference.Host.Security;
using Assistant.Inference.Status;
using Microsoft.Extensions.Options;

namespace Assistant.Inference.Host.Completions;

/// <summary>POST /v1/completions.</summary>
internal sealed class CompletionEndpoint(EngineSlot slot, IOptions<ServerOptions> options, TimeProvider time)
{
    public async Task<IResult> CompleteAsync(CompletionRequest request, HttpContext context)
    {
        if (slot.FindGeneration(out var engine) is { } unavailable)
        {
            return unavailable;
        }

        var model = engine.Model;
        if ((FieldRules.Check(request, model.VocabularySize) ?? CheckOwn(request, model)) is { } wrongField)
        {
            return wrongField;
        }

        if (ModelName.Read(request.Model, model.Name, out var adapters) is { } wrongModel)
        {
            return wrongModel;
        }

        var prompt = request.Prompt!.Tokens ?? engine.Tokenize(request.Prompt.Text!);
        var generation = GenerationRequests.From(request, prompt, adapters, Caller.Of(context).Name, options.Value.DefaultMaxTokens, time) with { TopLogprobs = request.Logprobs };
        var answer = new CompletionAnswer(AnswerIdentity.New("cmpl-", request.Model!, model, time), request.StreamOptions?.IncludeUsage == true);
        return await Generations.AnswerAsync(engine, generation, request.Stream == true, answer, answer.Whole, context);
    }

    private static ApiError? CheckOwn(CompletionRequest request, ModelDescription model) => request switch
    {
        { Prompt: null } => ApiError.Invalid("prompt", "prompt is missing."),
        { Prompt.Tokens: { } tokens } when tokens.Any(t => t < 0 || t >= model.VocabularySize) =>
            ApiError.Invalid("prompt", $"prompt holds a number that is no token of this model (0 to {model.VocabularySize - 1})."),
        { Echo: true } => ApiError.Invalid("echo", "The prompt is not echoed: leave echo out."),
        { Suffix: not (null or "") } => ApiError.Invalid("suffix", "Text is not filled in before a suffix: leave suffix out."),
        { BestOf: not (null or 1) } => ApiError.Invalid("best_of", "Only one completion is generated: leave best_of out."),
        _ => FieldRules.Within("logprobs", request.Logprobs, 0, FieldRules.MostTopLogprobs),
    };
}
