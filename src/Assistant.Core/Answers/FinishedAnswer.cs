namespace Assistant.Core.Answers;

/// <summary>Exactly what was shown to the user.</summary>
/// <param name="Text">Markdown with "[n]" markers.</param>
/// <param name="Searched">Titles of the documents that were looked through, when nothing supported an answer.</param>
/// <param name="Facts">How the language model wrote it; null when none did.</param>
/// <param name="Problem">Why no language model wrote it, or not to its end, although one is installed.</param>
public sealed record FinishedAnswer(
    AnswerOutcome Outcome,
    GeneratorKind Generator,
    string? Domain,
    string Text,
    IReadOnlyList<Citation> Citations,
    IReadOnlyList<PolicyNotice> Notices,
    IReadOnlyList<string> Searched,
    double Seconds,
    GenerationFacts? Facts = null,
    ModelProblem? Problem = null);
