namespace Assistant.Core.Answers;

/// <summary>Exactly what was shown to the user.</summary>
/// <param name="Text">Markdown with "[n]" markers.</param>
/// <param name="Searched">Titles of the documents that were looked through, when nothing supported an answer.</param>
public sealed record FinishedAnswer(
    AnswerOutcome Outcome,
    GeneratorKind Generator,
    string? Domain,
    string Text,
    IReadOnlyList<Citation> Citations,
    IReadOnlyList<PolicyNotice> Notices,
    IReadOnlyList<string> Searched,
    double Seconds);
