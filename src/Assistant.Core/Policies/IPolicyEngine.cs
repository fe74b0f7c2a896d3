namespace Assistant.Core.Policies;

/// <summary>Runs the policy rules that apply to one piece of text.</summary>
public interface IPolicyEngine
{
    /// <summary>
    /// Checks one text. A check that throws or runs out of time is reported as a finding that withholds,
    /// and is not among <see cref="PolicyVerdict.ChecksRun"/>.
    /// </summary>
    ValueTask<PolicyVerdict> CheckAsync(PolicyCheck check, CancellationToken cancellationToken);
}

/// <summary>A text and what a rule may need to know about it.</summary>
/// <param name="Text">The question, a passage, or one unit (sentence, line) of an answer with its "[n]" markers.</param>
public sealed record PolicyCheck(PolicyStage Stage, string Text, PolicyContext Context);

/// <summary>Where in the pipeline a rule applies.</summary>
public enum PolicyStage
{
    Input,
    Passage,
    Output,
}

/// <param name="Findings">In order of their start.</param>
/// <param name="ChecksRun">Ids of the rules that ran to their end, with or without a finding.</param>
/// <param name="RuleSetHash">Content hash of the rule set they came from.</param>
public sealed record PolicyVerdict(IReadOnlyList<Finding> Findings, IReadOnlyList<string> ChecksRun, string RuleSetHash)
{
    /// <summary>The strongest action asked for; <see cref="PolicyAction.Allow"/> without findings.</summary>
    public PolicyAction Action => Findings.Count == 0 ? PolicyAction.Allow : Findings.Max(f => f.Action);
}
