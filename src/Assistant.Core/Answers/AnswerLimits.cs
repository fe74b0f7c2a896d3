namespace Assistant.Core.Answers;

/// <summary>What a page tells the user before a question is refused.</summary>
/// <param name="MaxQuestionLength">Characters a question may have.</param>
public sealed record AnswerLimits(int MaxQuestionLength);
