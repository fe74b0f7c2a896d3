using Assistant.Core.Access;
using Assistant.Core.Retrieval;

namespace Assistant.Core.Policies;

/// <param name="Domain">The routed domain, or null.</param>
/// <param name="Language">ISO 639-1 code of the question.</param>
/// <param name="Sources">The passages that the answer may cite: marker [n] stands for <c>Sources[n - 1]</c>.</param>
/// <param name="Preceding">What of the answer was released before this text.</param>
public sealed record PolicyContext(
    AssistantUser User,
    string Question,
    string? Domain,
    string Language,
    IReadOnlyList<Passage> Sources,
    string Preceding);
