using System.Security.Cryptography;
using Assistant.Inference.Generation;
using Assistant.Inference.Host.Generation;
using Assistant.Inference.Host.Json;

namespace Assistant.Inference.Host.Chat;

/// <summary>Turns output into OpenAI's chat answers, whole or event by event.</summary>
/// <param name="readCalls">Tools were offered: the output may call them.</param>
/// <param name="includeUsage">A last event carries the usage.</param>
internal sealed class ChatAnswer(AnswerIdentity identity, bool readCalls, bool includeUsage) : ChunkShape<ChatCompletionChunk>(HostJson.Wire.ChatCompletionChunk)
{
    private readonly ToolCallReader? calls = readCalls ? new() : null;
    private bool started;
    private int callCount;

    public ChatCompletion Whole(IReadOnlyList<GenerationChunk> chunks, GenerationSummary summary)
    {
        List<OutputPart> parts = [.. chunks.SelectMany(c => Read(c.Text)), .. Rest()];
        var text = string.Concat(parts.OfType<OutputPart.Text>().Select(p => p.Value));
        List<ToolCall> made = [.. parts.OfType<OutputPart.Call>().Select(c => ToCall(c, null))];
        var message = new AnswerMessage(made.Count > 0 && text.Length == 0 ? null : text, made.Count > 0 ? made : null);
        var choice = new ChatChoice(0, message, ChoiceLogprobs.Of(chunks.SelectMany(c => c.Tokens)), Reason(summary));
        return new(identity.Id, identity.Created, identity.Model, identity.Fingerprint, [choice], Usage.Of(summary), Timings.Of(summary));
    }

    public override IEnumerable<ChatCompletionChunk> OfChunk(GenerationChunk chunk)
    {
        var logprobs = ChoiceLogprobs.Of(chunk.Tokens);
        List<DeltaMessage> deltas = [.. Read(chunk.Text).Select(Delta)];
        if (deltas.Count == 0 && logprobs is not null)
        {
            deltas.Add(new(Content: ""));
        }

        return Start().Concat(deltas.Select((delta, i) => Event(delta, i == 0 ? logprobs : null)));
    }

    public override IEnumerable<ChatCompletionChunk> OfEnd(GenerationSummary summary)
    {
        foreach (var item in Start().Concat(Rest().Select(Delta).Select(d => Event(d))))
        {
            yield return item;
        }

        yield return Event(new(), null, Reason(summary)) with { Timings = Timings.Of(summary) };
        if (includeUsage)
        {
            yield return Empty([]) with { Usage = Usage.Of(summary) };
        }
    }

    private IEnumerable<ChatCompletionChunk> Start()
    {
        if (started)
        {
            return [];
        }

        started = true;
        return [Event(new("assistant", ""))];
    }

    private IReadOnlyList<OutputPart> Read(string text) =>
        calls?.Add(text) ?? (text.Length > 0 ? [new OutputPart.Text(text)] : []);

    private IReadOnlyList<OutputPart> Rest() => calls?.End() ?? [];

    private DeltaMessage Delta(OutputPart part) => part switch
    {
        OutputPart.Call call => new(ToolCalls: [ToCall(call, callCount)]),
        OutputPart.Text text => new(Content: text.Value),
        _ => new(),
    };

    private ToolCall ToCall(OutputPart.Call call, int? index)
    {
        callCount++;
        return new(index, "call_" + RandomNumberGenerator.GetHexString(24, lowercase: true), new(call.Name, call.Arguments));
    }

    private string Reason(GenerationSummary summary) => callCount > 0 && summary.Reason == FinishReason.Stop ? FinishReasons.ToolCalls : FinishReasons.Of(summary.Reason);

    private ChatCompletionChunk Event(DeltaMessage delta, ChoiceLogprobs? logprobs = null, string? reason = null) => Empty([new(0, delta, logprobs, reason)]);

    private ChatCompletionChunk Empty(IReadOnlyList<ChatDelta> choices) => new(identity.Id, identity.Created, identity.Model, identity.Fingerprint, choices);
}
