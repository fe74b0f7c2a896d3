using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using Assistant.Core.Answers;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using OpenAI;

namespace Assistant.Orchestration.Generation;

/// <summary>
/// Talks to the language model wherever it is now. A request is sent again once when the server failed before the first
/// text, and again after the wait that a busy server asks for; never after text has come.
/// </summary>
internal sealed class ModelChatClient(IModelServer server, IOptions<GenerationOptions> options, TimeProvider time) : IChatClient
{
    /// <summary>Time for a process that has just died to be noticed as dead.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly ChatClientMetadata metadata = new("assistant", defaultModelId: options.Value.Model);
    private readonly TimeSpan longestWait = options.Value.Patience < options.Value.Timeout / 2 ? options.Value.Patience : options.Value.Timeout / 2;
    private volatile Connected? latest;

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken).ConfigureAwait(false);

    /// <exception cref="ModelUnavailableException">The server is down or busy.</exception>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var opened = await OpenAsync([.. messages], Requester.Apply(options), cancellationToken).ConfigureAwait(false);
        await using var stream = opened.Stream.ConfigureAwait(false);
        foreach (var update in opened.Begun)
        {
            yield return update;
        }

        while (await opened.Stream.MoveNextAsync().ConfigureAwait(false))
        {
            yield return opened.Stream.Current;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? metadata : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // Connections belong to the client library, which shares them.
    }

    private async Task<Opened> OpenAsync(IReadOnlyList<ChatMessage> messages, ChatOptions? chat, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var patience = TimeSpan.Zero;
        var failedBefore = false;
        while (true)
        {
            var address = await server.ConnectAsync(patience, cancellationToken).ConfigureAwait(false) ?? throw ModelUnavailableException.For(server.State);
            TimeSpan wait;
            try
            {
                return await BeginAsync(ClientFor(address), messages, chat, cancellationToken).ConfigureAwait(false);
            }
            catch (ClientResultException refused) when (refused.Status == 429)
            {
                wait = RetryAfter.Of(refused, time);
                if (time.GetElapsedTime(started) + wait > longestWait)
                {
                    throw new ModelUnavailableException(ModelProblem.Busy, refused);
                }
            }
            catch (Exception failed) when (!failedBefore && IsServerFailure(failed) && !cancellationToken.IsCancellationRequested)
            {
                failedBefore = true;
                wait = Pause;
                patience = longestWait;
            }

            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Sends the request and reads until there is text, or nothing more.</summary>
    private static async Task<Opened> BeginAsync(IChatClient client, IReadOnlyList<ChatMessage> messages, ChatOptions? chat, CancellationToken cancellationToken)
    {
        var stream = client.GetStreamingResponseAsync(messages, chat, cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            var begun = new List<ChatResponseUpdate>();
            while (await stream.MoveNextAsync().ConfigureAwait(false))
            {
                begun.Add(stream.Current);
                if (stream.Current.Text.Length > 0)
                {
                    break;
                }
            }

            return new Opened(stream, begun);
        }
        catch
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Broken connections and errors of the server; what the client library reports as status 0 never got an answer.</summary>
    private static bool IsServerFailure(Exception exception) => exception is IOException or HttpRequestException or ClientResultException { Status: 0 or >= 500 };

    private IChatClient ClientFor(ModelAddress address)
    {
        if (latest is not { } connected || connected.Address != address)
        {
            // The client library refuses an empty key; servers without authentication ignore it.
            var credential = new ApiKeyCredential(string.IsNullOrEmpty(address.ApiKey) ? "none" : address.ApiKey);
            var settings = new OpenAIClientOptions { Endpoint = address.Url, NetworkTimeout = options.Value.Timeout, RetryPolicy = new ClientRetryPolicy(maxRetries: 0) };
            latest = connected = new Connected(address, new OpenAIClient(credential, settings).GetChatClient(options.Value.Model ?? "base").AsIChatClient());
        }

        return connected.Client;
    }

    private sealed record Connected(ModelAddress Address, IChatClient Client);

    /// <param name="Begun">Updates read so far; the last one has the first text.</param>
    private sealed record Opened(IAsyncEnumerator<ChatResponseUpdate> Stream, IReadOnlyList<ChatResponseUpdate> Begun);
}
