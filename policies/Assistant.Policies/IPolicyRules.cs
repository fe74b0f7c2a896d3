using Assistant.Core.Policies;

namespace Assistant.Policies;

/// <summary>The rules in force, for the administration page.</summary>
public interface IPolicyRules
{
    /// <summary>The state as of now; immutable.</summary>
    PolicyRuleStatus Status { get; }
}

/// <summary>Which rule set is in force, and what is wrong with the files if they could not be taken over.</summary>
/// <param name="Folder">Absolute path of the folder that the rules come from.</param>
/// <param name="LoadedAt">When the rule set in force was read.</param>
/// <param name="Hash">Content hash of the rule set in force: SHA-256, lower-case hex.</param>
/// <param name="Problem">Null while the files say what is in force.</param>
public sealed record PolicyRuleStatus(
    string Folder,
    DateTimeOffset LoadedAt,
    string Hash,
    IReadOnlyList<PolicyRuleSummary> Rules,
    PolicyRuleProblem? Problem);

/// <summary>A rule as the administration page lists it.</summary>
/// <param name="Domains">Empty for all.</param>
/// <param name="Message">What the user sees when the rule applies.</param>
public sealed record PolicyRuleSummary(
    string Id,
    string Description,
    string Detector,
    IReadOnlyList<PolicyStage> Stages,
    IReadOnlyList<string> Domains,
    PolicyAction Action,
    PolicySeverity Severity,
    string Message,
    bool OpensReview);

/// <summary>Changed rule files that are not in force because of these errors.</summary>
/// <param name="SeenAt">When they were found.</param>
public sealed record PolicyRuleProblem(DateTimeOffset SeenAt, IReadOnlyList<PolicyRuleError> Errors);

/// <summary>One error of a rule file.</summary>
/// <param name="File">File name within the rules folder.</param>
/// <param name="Line">Line from 1; 0 when the error is of the file as a whole.</param>
/// <param name="Key">Dotted path of the key, such as "parameters.kinds"; empty for the file as a whole.</param>
/// <param name="Value">The value found, or null.</param>
/// <param name="Fix">What is wrong and what to write instead.</param>
public sealed record PolicyRuleError(string File, int Line, string Key, string? Value, string Fix)
{
    public override string ToString() =>
        string.Concat(
            File,
            Line > 0 ? $", line {Line}" : "",
            Key.Length > 0 ? $", key '{Key}'" : "",
            Value is null ? "" : $", value '{Value}'",
            $": {Fix}");
}
