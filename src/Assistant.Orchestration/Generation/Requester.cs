using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace Assistant.Orchestration.Generation;

/// <summary>Whom a request is made for, carried beside the messages and sent as the protocol's end-user id: servers share their time out by it.</summary>
internal static class Requester
{
    /// <summary>Key in <see cref="ChatOptions.AdditionalProperties"/>; the value is the account's id.</summary>
    public const string Key = "assistant.user";

    public static ChatOptions? Apply(ChatOptions? options)
    {
        if (options?.AdditionalProperties?.TryGetValue(Key, out var user) != true || user is not Guid id)
        {
            return options;
        }

        var sent = options.Clone();
        sent.RawRepresentationFactory = _ => new ChatCompletionOptions { EndUserId = id.ToString("N") };
        return sent;
    }
}
