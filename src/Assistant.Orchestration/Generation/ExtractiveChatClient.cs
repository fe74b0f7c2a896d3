using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Assistant.Orchestration.Generation;

/// <summary>
/// Answers without a language model: quotes the best supporting units verbatim, each with its citation.
/// Deterministic and always grounded.
/// </summary>
internal sealed class ExtractiveChatClient(QuoteRenderer renderer) : IChatClient
{
    public const string ModelName = "extractive";

    private readonly ChatClientMetadata metadata = new("assistant", defaultModelId: ModelName);

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken).ConfigureAwait(false);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var evidence = Grounding.EvidenceOf(options)
            ?? throw new InvalidOperationException("The extractive client needs the request's evidence in the chat options.");
        foreach (var line in renderer.Render(evidence))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new ChatResponseUpdate(ChatRole.Assistant, line) { ModelId = ModelName };
            await Task.Yield();
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? metadata : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // Nothing is held.
    }
}
