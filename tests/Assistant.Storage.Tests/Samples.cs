using System.Security.Cryptography;
using System.Text;
using Assistant.Core.Access;
using Assistant.Core.Adapters;
using Assistant.Core.Answers;
using Assistant.Core.Audit;
using Assistant.Core.Documents;
using Assistant.Core.Policies;
using Assistant.Core.Routing;

namespace Assistant.Storage.Tests;

/// <summary>Values that stores are tested with.</summary>
internal static class Samples
{
    public static FinishedAnswer Answer(string text = "Annual leave is 30 days. [1]") => new(
        AnswerOutcome.Answered,
        GeneratorKind.Extractive,
        "hr",
        text,
        [new Citation(1, Guid.NewGuid(), Guid.NewGuid(), 2, "Urlaubsregelung", ["Anspruch", "Hamburg"], 3, 120, 44)],
        [new PolicyNotice("personal-data", PolicyAction.Redact, "A phone number was removed.", 1)],
        [],
        0.25);

    public static Finding Finding(string rule = "groundedness", PolicySeverity severity = PolicySeverity.Medium, bool opensReview = true) =>
        new(rule, PolicyAction.Withhold, severity, 0, 10, "A sentence was left out.", "unsupported: 31", opensReview);

    public static AnswerTrace Trace(Guid turnId, params Finding[] findings) => new(
        turnId,
        Guid.NewGuid(),
        Guid.NewGuid(),
        "Anna Lindqvist",
        ["engineering", AccessScope.Everyone],
        "How many days of leave?",
        "en",
        new DateTimeOffset(2026, 3, 2, 8, 59, 59, TimeSpan.Zero),
        new Route("hr", AdapterSet.Base, 0.92, RouteReason.Classified, new Dictionary<string, double> { ["hr"] = 0.92, ["it"] = 0.08 }),
        new RetrievalTrace("days leave", null, [new PassageTrace("p-0", Guid.NewGuid(), Guid.NewGuid(), 2, "Urlaubsregelung", ["Anspruch"], 3, 120, "Der Anspruch beträgt 30 Tage.", 7.25, [])], 0.8, 0.5),
        new PromptTrace("answer", new string('a', 64), 420),
        new GenerationTrace(GeneratorKind.Extractive, "extractive", null, "base", 0, 1, 600, false),
        [new UnitTrace("Annual leave is 30 days. [1]", "Annual leave is 30 days. [1]", PolicyAction.Allow, findings)],
        [],
        ["citations", "groundedness"],
        new string('b', 64),
        [new StageTiming("route", 1.5)],
        AnswerOutcome.Answered,
        "Annual leave is 30 days. [1]",
        null);

    public static NewDocumentVersion Upload(string content, string key = "hr/leave", params string[] labels) => new(
        key,
        "Leave policy",
        "hr",
        null,
        labels.Length == 0 ? [AccessScope.Everyone] : labels,
        Classification.Internal,
        "leave.md",
        new StoredFile(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))), content.Length),
        "Clara Weiss");

    public static ExtractedDocument Text(string text = "Der Anspruch beträgt 30 Tage.") =>
        new("Urlaub", text, [new TextBlock(BlockKind.Paragraph, 0, text.Length, Page: 1)]);
}
