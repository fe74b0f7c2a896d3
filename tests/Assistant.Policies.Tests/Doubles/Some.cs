using Assistant.Core.Access;
using Assistant.Core.Documents;
using Assistant.Core.Policies;
using Assistant.Core.Retrieval;

namespace Assistant.Policies.Tests.Doubles;

/// <summary>Users, passages and checks for tests.</summary>
internal static class Some
{
    public static AssistantUser User { get; } = new(Guid.NewGuid(), "Anna", [Roles.Employee], AccessScope.ForGroups(["engineering"]));

    public static Passage Passage(
        string text,
        string title = "Policy",
        string language = "en",
        string domain = "hr",
        string label = AccessScope.Everyone,
        Classification classification = Classification.Internal,
        string? tableHeader = null) =>
        new(Guid.NewGuid(), Guid.NewGuid(), 1, title, 0, [], tableHeader, text, 0, null, language, domain, [label], classification);

    public static PolicyCheck Output(string text, params Passage[] sources) => Check(PolicyStage.Output, text, sources);

    public static PolicyCheck Input(string question) => Check(PolicyStage.Input, question);

    public static PolicyCheck InPassage(string text) => Check(PolicyStage.Passage, text, Passage(text));

    public static PolicyCheck Check(PolicyStage stage, string text, params Passage[] sources) =>
        new(stage, text, new PolicyContext(User, "What is the rule?", null, sources.FirstOrDefault()?.Language ?? "en", sources, ""));
}
