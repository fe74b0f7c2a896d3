namespace Assistant.Policies.Rules;

/// <summary>A complete, valid set of rules.</summary>
/// <param name="Hash">SHA-256 over the files, lower-case hex.</param>
internal sealed record RuleSet(IReadOnlyList<PolicyRule> Rules, string Hash, DateTimeOffset LoadedAt);
