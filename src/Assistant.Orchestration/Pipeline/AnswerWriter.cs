using System.Runtime.CompilerServices;
using Assistant.Core.Adapters;
using Assistant.Core.Answers;
using Assistant.Core.Audit;
using Assistant.Core.Conversations;
using Assistant.Core.Policies;
using Assistant.Orchestration.Answering;
using Assistant.Orchestration.Composition;
using Assistant.Orchestration.Gate;
using Assistant.Orchestration.Generation;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Assistant.Orchestration.Pipeline;

/// <summary>
/// Compose → generate → gate, publishing each unit as it is let out. When the model cannot start, or nothing it
/// wrote may be shown, the answer is quoted from the documents instead, through the same gate.
/// </summary>
internal sealed class AnswerWriter(
    PromptComposer composer,
    PromptTemplate template,
    AnswerGenerators generators,
    AnswerGate gate,
    IModelServer server,
    ModelDirectory models,
    TimeProvider time,
    IOptions<GenerationOptions> options,
    ILogger<AnswerWriter> logger)
{
    public async Task<AnswerOutcome> WriteAsync(QueuedQuestion question, AnswerDraft draft, IReadOnlyList<Turn> history, CancellationToken cancellationToken)
    {
        var prompt = draft.Clock.Measure("compose", () => composer.Compose(question.Request.Question, draft.Evidence, history));
        draft.Evidence = prompt.Evidence;
        draft.Prompt = new PromptTrace(template.Name, template.Hash, prompt.EstimatedTokens);

        var outcome = AnswerOutcome.Withheld;
        try
        {
            outcome = await WriteAsync(generators.Primary, fellBack: false, prompt, question, draft, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (generators.Primary != generators.Fallback && !cancellationToken.IsCancellationRequested)
        {
            draft.Problem = draft.Text.Length > 0 ? ModelProblem.BrokeOff : (exception as ModelUnavailableException)?.Problem ?? ModelProblem.Failed;
            if (draft.Text.Length > 0)
            {
                throw;
            }

            logger.FellBack(question.Answer.TurnId, exception);
        }

        return outcome == AnswerOutcome.Withheld && CanFallBack(draft)
            ? await WriteAsync(generators.Fallback, fellBack: true, prompt, question, draft, cancellationToken).ConfigureAwait(false)
            : outcome;
    }

    private bool CanFallBack(AnswerDraft draft) => generators.Primary != generators.Fallback && draft.Text.Length == 0;

    private async Task<AnswerOutcome> WriteAsync(
        AnswerGenerator generator,
        bool fellBack,
        ComposedPrompt prompt,
        QueuedQuestion question,
        AnswerDraft draft,
        CancellationToken cancellationToken)
    {
        var adapters = draft.Route?.Adapters ?? AdapterSet.Base;
        draft.Generation = new GenerationTrace(
            generator.Kind, generator.ModelFor(adapters), ModelHash: null, adapters.ModelName, options.Value.Temperature, options.Value.Seed, options.Value.MaxTokens, fellBack);

        // Asked while the model writes, so that nobody waits for it.
        var model = generator.Kind == GeneratorKind.Model ? IdentifyAsync(draft.Generation.Model, cancellationToken) : null;
        var meter = new GenerationMeter(time);
        var tokens = Timed(meter.MeasureAsync(generator.GenerateAsync(prompt, adapters, question.Request.User.Id, cancellationToken), cancellationToken), draft, cancellationToken);
        try
        {
            return await ReleaseAsync(tokens, question, draft, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (model is not null)
            {
                var (name, hash) = await model.ConfigureAwait(false);
                draft.Generation = draft.Generation with { ModelHash = hash, Facts = meter.Facts(name, adapters.ModelName) };
            }
        }
    }

    private async Task<ModelIdentity> IdentifyAsync(string requested, CancellationToken cancellationToken) =>
        await server.ConnectAsync(TimeSpan.Zero, cancellationToken).ConfigureAwait(false) is { } address
            ? await models.FindAsync(address, requested, cancellationToken).ConfigureAwait(false)
            : new ModelIdentity(requested, Hash: null);

    private async Task<AnswerOutcome> ReleaseAsync(IAsyncEnumerable<string> tokens, QueuedQuestion question, AnswerDraft draft, CancellationToken cancellationToken)
    {
        var context = new PolicyContext(question.Request.User, question.Request.Question, draft.Route?.Domain, draft.Language, draft.Evidence.Passages, Preceding: "");
        var first = true;
        await foreach (var unit in gate.ReleaseAsync(tokens, context, cancellationToken).ConfigureAwait(false))
        {
            if (first && unit.Generated.StartsWith(PromptTemplate.NoSupportReply, StringComparison.Ordinal))
            {
                return AnswerOutcome.NoSupport;
            }

            first = false;
            draft.Add(unit);
            if (unit.Action == PolicyAction.Block)
            {
                draft.ClearText();
                return AnswerOutcome.Blocked;
            }

            if (unit.Shown is not null)
            {
                draft.Clock.Mark("first-sentence");
            }

            question.Answer.Update(s => s with { Text = draft.Text, Citations = draft.Citations, Notices = draft.Notices });
        }

        return draft.Text.Length > 0 ? AnswerOutcome.Answered : AnswerOutcome.Withheld;
    }

    private static async IAsyncEnumerable<string> Timed(IAsyncEnumerable<string> tokens, AnswerDraft draft, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var token in tokens.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            draft.Clock.Mark("first-token");
            yield return token;
        }
    }
}
