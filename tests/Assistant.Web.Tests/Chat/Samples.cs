using Assistant.Core.Access;
using Assistant.Core.Answers;

namespace Assistant.Web.Tests.Chat;

/// <summary>Values that many of the tests need, and that mean nothing in particular.</summary>
internal static class Samples
{
    public static AssistantUser Anna { get; } = new(Guid.CreateVersion7(), "Anna Lindqvist", [Roles.Employee], AccessScope.ForGroups(["engineering"]));

    public static AssistantUser Ben { get; } = new(Guid.CreateVersion7(), "Ben Carter", [Roles.Employee], AccessScope.ForGroups(["hr-team"]));

    public static Citation Citation(int number, Guid? version = null, int start = 0, int length = 10, string title = "Leave Policy") =>
        new(number, Guid.CreateVersion7(), version ?? Guid.CreateVersion7(), 1, title, [title, "Annual leave"], 3, start, length);

    public static FinishedAnswer Answer(string text, params Citation[] citations) => Answer(AnswerOutcome.Answered, text, citations);

    public static FinishedAnswer Answer(AnswerOutcome outcome, string text = "", params Citation[] citations) =>
        new(outcome, GeneratorKind.Extractive, "hr", text, citations, [], [], Seconds: 0.5);
}
