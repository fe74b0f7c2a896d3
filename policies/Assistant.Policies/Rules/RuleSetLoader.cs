namespace Assistant.Policies.Rules;

/// <summary>Makes a rule set of rule files: all of them, or none.</summary>
internal sealed class RuleSetLoader(RuleReader reader, TimeProvider time)
{
    public RuleSetResult Load(RuleFiles files)
    {
        var rules = new List<PolicyRule>();
        var errors = new List<PolicyRuleError>();
        var homes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files.Files)
        {
            var found = new RuleFileErrors(file.Name);
            if (reader.Read(file, found) is { } rule)
            {
                if (homes.TryAdd(rule.Id, file.Name))
                {
                    rules.Add(rule);
                }
                else
                {
                    found.Add(1, "id", rule.Id, $"{homes[rule.Id]} has a rule with this id; give this one another.");
                }
            }

            errors.AddRange(found.All);
        }

        return errors.Count > 0
            ? new RuleSetResult.Invalid(errors)
            : new RuleSetResult.Valid(new RuleSet(rules, files.Hash, time.GetUtcNow()));
    }
}

/// <summary>A rule set, or everything that is wrong with its files.</summary>
internal abstract record RuleSetResult
{
    private RuleSetResult()
    {
    }

    public sealed record Valid(RuleSet Rules) : RuleSetResult;

    public sealed record Invalid(IReadOnlyList<PolicyRuleError> Errors) : RuleSetResult;
}
