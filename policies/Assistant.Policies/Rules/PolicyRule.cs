using Assistant.Core.Access;
using Assistant.Core.Policies;
using Assistant.Policies.Detectors;

namespace Assistant.Policies.Rules;

/// <summary>One rule: where it applies, what it looks for, and what happens then.</summary>
/// <param name="Domains">Domains it is limited to; empty for all.</param>
/// <param name="Audience">Groups and roles it is limited to.</param>
/// <param name="Outcome">What a detection leads to.</param>
/// <param name="Uncertain">What an uncertain detection leads to; null when the detector reports none.</param>
/// <param name="Timeout">Time one check may take; null for the configured default.</param>
internal sealed record PolicyRule(
    string Id,
    string Description,
    string DetectorName,
    IDetector Detector,
    IReadOnlyList<PolicyStage> Stages,
    IReadOnlyList<string> Domains,
    RuleAudience Audience,
    RuleOutcome Outcome,
    RuleOutcome? Uncertain,
    TimeSpan? Timeout)
{
    public bool AppliesTo(PolicyCheck check) =>
        Stages.Contains(check.Stage) && IsOfDomain(check.Context) && Audience.Includes(check.Context.User);

    public Finding ToFinding(Detection detection)
    {
        var outcome = detection.Uncertain && Uncertain is not null ? Uncertain : Outcome;
        return new Finding(Id, outcome.Action, outcome.Severity, detection.Start, detection.Length, outcome.Message, detection.Detail, outcome.OpensReview);
    }

    public PolicyRuleSummary Summarize() =>
        new(Id, Description, DetectorName, Stages, Domains, Outcome.Action, Outcome.Severity, Outcome.Message, Outcome.OpensReview);

    /// <summary>A text belongs to a domain when the question was routed there or one of its sources comes from there.</summary>
    private bool IsOfDomain(PolicyContext context) =>
        Domains.Count == 0
        || (context.Domain is { } domain && Domains.Contains(domain))
        || context.Sources.Any(s => Domains.Contains(s.Domain));
}

/// <summary>The users a rule is for: those who hold one of the groups or roles; everybody when both are empty.</summary>
internal sealed record RuleAudience(IReadOnlyList<string> Groups, IReadOnlyList<string> Roles)
{
    public bool Includes(AssistantUser user) =>
        (Groups.Count == 0 && Roles.Count == 0) || Roles.Any(user.IsIn) || (Groups.Count > 0 && user.Scope.Allows(Groups));
}

/// <summary>What happens to the text, and what the user reads about it.</summary>
internal sealed record RuleOutcome(PolicyAction Action, PolicySeverity Severity, string Message, bool OpensReview);
