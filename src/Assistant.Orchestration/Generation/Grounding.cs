using Assistant.Orchestration.Evidence;
using Microsoft.Extensions.AI;

namespace Assistant.Orchestration.Generation;

/// <summary>The evidence of a request, carried beside the messages for a client that answers from it directly.</summary>
internal static class Grounding
{
    /// <summary>Key in <see cref="ChatOptions.AdditionalProperties"/>.</summary>
    public const string Key = "assistant.evidence";

    public static EvidenceSet? EvidenceOf(ChatOptions? options) =>
        options?.AdditionalProperties?.TryGetValue(Key, out var evidence) == true ? evidence as EvidenceSet : null;
}
