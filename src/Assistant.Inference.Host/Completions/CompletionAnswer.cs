using Assistant.Inference.Generation;
using Assistant.Inference.Host.Generation;
using Assistant.Inference.Host.Json;

namespace Assistant.Inference.Host.Completions;

/// <summary>Turns output into OpenAI's plain completions, whole or event by event.</summary>
/// <param name="includeUsage">A last event carries the usage.</param>
internal sealed class CompletionAnswer(AnswerIdentity identity, bool includeUsage) : ChunkShape<Completion>(HostJson.Wire.Completion)
{
    private int offset;

    public Completion Whole(IReadOnlyList<GenerationChunk> chunks, GenerationSummary summary)
    {
        var logprobs = CompletionLogprobs.Of(chunks.SelectMany(c => c.Tokens), ref offset);
        return Event([new(0, string.Concat(chunks.Select(c => c.Text)), logprobs, FinishReasons.Of(summary.Reason))]) with
        {
            Usage = Usage.Of(summary),
            Timings = Timings.Of(summary),
        };
    }

    public override IEnumerable<Completion> OfChunk(GenerationChunk chunk)
    {
        var logprobs = CompletionLogprobs.Of(chunk.Tokens, ref offset);
        return chunk.Text.Length > 0 || logprobs is not null ? [Event([new(0, chunk.Text, logprobs, null)])] : [];
    }

    public override IEnumerable<Completion> OfEnd(GenerationSummary summary)
    {
        yield return Event([new(0, "", null, FinishReasons.Of(summary.Reason))]) with { Timings = Timings.Of(summary) };
        if (includeUsage)
        {
            yield return Event([]) with { Usage = Usage.Of(summary) };
        }
    }

    private Completion Event(IReadOnlyList<CompletionChoice> choices) => new(identity.Id, identity.Created, identity.Model, identity.Fingerprint, choices);
}
