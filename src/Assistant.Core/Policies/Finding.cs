namespace Assistant.Core.Policies;

/// <summary>What a rule found.</summary>
/// <param name="Start">Offset in the checked text, UTF-16 code units.</param>
/// <param name="Message">The sentence that the user sees.</param>
/// <param name="Detail">What the reviewer sees: measured values, unsupported terms.</param>
/// <param name="OpensReview">Whether the answer goes to the review queue.</param>
public sealed record Finding(
    string RuleId,
    PolicyAction Action,
    PolicySeverity Severity,
    int Start,
    int Length,
    string Message,
    string Detail,
    bool OpensReview);

/// <summary>What happens to the text, from least to most.</summary>
public enum PolicyAction
{
    Allow,

    /// <summary>Shown, with a notice.</summary>
    Annotate,

    /// <summary>Shown with the span replaced.</summary>
    Redact,

    /// <summary>The unit (sentence, passage) is left out.</summary>
    Withhold,

    /// <summary>The whole answer stops and is replaced by the rule's message.</summary>
    Block,
}

public enum PolicySeverity
{
    Info,
    Low,
    Medium,
    High,
    Critical,
}
