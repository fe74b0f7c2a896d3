using Assistant.Core.Answers;
using Assistant.Core.Audit;
using Assistant.Core.Routing;

namespace Assistant.Web.Review;

/// <summary>What the review pages call things.</summary>
internal static class ReviewLabels
{
    public const string Feedback = "feedback";

    public static string Of(ReviewDisposition disposition) => disposition switch
    {
        ReviewDisposition.NoIssue => "No issue",
        ReviewDisposition.NeedsCorrection => "Needs correction",
        ReviewDisposition.Violation => "Violation",
        _ => disposition.ToString(),
    };

    public static string Explain(ReviewDisposition disposition) => disposition switch
    {
        ReviewDisposition.NoIssue => "The answer was right; the flag was not needed.",
        ReviewDisposition.NeedsCorrection => "The answer or its source has to be corrected.",
        ReviewDisposition.Violation => "A rule was broken.",
        _ => "",
    };

    public static string ToneOf(ReviewDisposition disposition) => disposition switch
    {
        ReviewDisposition.NoIssue => "success",
        ReviewDisposition.NeedsCorrection => "warning",
        _ => "danger",
    };

    public static string Of(AnswerOutcome outcome) => outcome switch
    {
        AnswerOutcome.Answered => "Answered",
        AnswerOutcome.NoSupport => "Nothing supported an answer",
        AnswerOutcome.Withheld => "Nothing could be shown",
        AnswerOutcome.Blocked => "Blocked by a rule",
        AnswerOutcome.Stopped => "Stopped by the user",
        AnswerOutcome.Failed => "Failed",
        AnswerOutcome.Interrupted => "Interrupted",
        _ => outcome.ToString(),
    };

    public static string Of(RouteReason reason) => reason switch
    {
        RouteReason.Classified => "the classifier was confident enough",
        RouteReason.Pinned => "the user chose the domain",
        RouteReason.Continued => "a follow-up stays with the domain of the turn before",
        RouteReason.Abstained => "the classifier was not confident enough: all domains",
        _ => reason.ToString(),
    };

    public static string Of(GeneratorKind kind) => kind switch
    {
        GeneratorKind.Extractive => "Quotes from the documents",
        GeneratorKind.Model => "Language model",
        _ => "Nothing was generated",
    };

    /// <summary>Why a case was opened, one label per reason.</summary>
    public static IReadOnlyList<string> Reasons(string reason) =>
        [.. reason.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(r => r == Feedback ? "rated not helpful" : r)];

    public static string Of(ReviewFilter filter) => filter switch
    {
        ReviewFilter.Open => "Open",
        ReviewFilter.Decided => "Decided",
        _ => "All",
    };
}
