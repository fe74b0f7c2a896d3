using System.Text.RegularExpressions;
using Assistant.Core.Policies;
using Assistant.Policies.Detectors;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Assistant.Policies.Rules;

/// <summary>Reads one rule from one file.</summary>
internal sealed partial class RuleReader(IEnumerable<IDetectorFactory> detectors)
{
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, IDetectorFactory> detectors = detectors.ToDictionary(d => d.Name, StringComparer.Ordinal);

    /// <returns>The rule, or null when <paramref name="errors"/> says what is wrong.</returns>
    public PolicyRule? Read(RuleFile file, RuleFileErrors errors)
    {
        if (Parse(file, errors) is not { } mapping)
        {
            return null;
        }

        var node = new RuleNode(errors, "", mapping);
        var id = node.RequiredText("id", "the rule needs an id, such as personal-data.iban.");
        if (id.Length > 0 && !Id().IsMatch(id))
        {
            node.Report("id", id, "use lower-case letters, digits, '-' and '.', such as personal-data.iban.");
        }

        var description = node.RequiredText("description", "say in a sentence what the rule is for.");
        var stages = node.Choices<PolicyStage>("stages");
        if (stages.Count == 0)
        {
            node.Report("stages", null, "say where the rule applies, such as [output]; there are input, passage and output.");
        }

        var domains = node.Texts("domains");
        if (domains.Count > 0 && stages.Contains(PolicyStage.Input))
        {
            node.Report("domains", string.Join(", ", domains), "the domain of a question is not known yet when the question is checked; remove input from stages, or remove domains.");
        }

        var audience = ReadAudience(node);
        var outcome = ReadOutcome(node, null);
        var timeout = node.Duration("timeout", ShortestTimeout, LongestTimeout);
        var detector = ReadDetector(node, stages, outcome, out var name, out var uncertain);
        node.Complete();

        return detector is null || errors.All.Count > 0
            ? null
            : new PolicyRule(id, description, name, detector, stages, domains, audience, outcome, uncertain, timeout);
    }

    private static YamlMappingNode? Parse(RuleFile file, RuleFileErrors errors)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(file.Text));
            if (stream.Documents is [{ RootNode: YamlMappingNode mapping }])
            {
                return mapping;
            }

            errors.Add(1, "", null, "write exactly one rule: keys and values, without a list or '---' around them.");
        }
        catch (Exception exception) when (exception is YamlException or InvalidOperationException or ArgumentException)
        {
            // The library throws more than its own exception for some malformed documents.
            errors.Add((int)((exception as YamlException)?.Start.Line ?? 0), "", null, $"this is not valid YAML: {exception.Message}");
        }

        return null;
    }

    private static RuleAudience ReadAudience(RuleNode node)
    {
        var section = node.SectionOrEmpty("audience");
        var audience = new RuleAudience(section.Texts("groups"), section.Texts("roles"));
        section.Complete();
        return audience;
    }

    private static RuleOutcome ReadOutcome(RuleNode node, RuleOutcome? inherited) => new(
        node.Choice("action", PolicyAction.Withhold, required: true),
        node.Choice("severity", inherited?.Severity ?? PolicySeverity.High, required: inherited is null),
        node.RequiredText("message", "write the sentence that the user sees when the rule applies."),
        node.Flag("opensReview", inherited?.OpensReview ?? false));

    private IDetector? ReadDetector(RuleNode node, IReadOnlyList<PolicyStage> stages, RuleOutcome outcome, out string name, out RuleOutcome? uncertain)
    {
        var known = string.Join(", ", detectors.Keys.Order(StringComparer.Ordinal));
        name = node.RequiredText("detector", $"name the detector: {known}.");
        var parameters = node.SectionOrEmpty("parameters");
        var section = node.Section("uncertain");
        uncertain = section is null ? null : ReadOutcome(section, outcome);
        section?.Complete();
        if (!detectors.TryGetValue(name, out var factory))
        {
            if (name.Length > 0)
            {
                node.Report("detector", name, $"there is no such detector; use one of {known}.");
            }

            return null;
        }

        if (stages.Except(factory.Stages).ToList() is { Count: > 0 } wrong)
        {
            node.Report("stages", string.Join(", ", wrong).ToLowerInvariant(), $"the detector {name} works on {string.Join(", ", factory.Stages).ToLowerInvariant()} only.");
        }

        if (factory.ReportsUncertain != section is not null)
        {
            node.Report("uncertain", null, factory.ReportsUncertain
                ? $"the detector {name} can be uncertain; add this section with action and message."
                : $"the detector {name} is never uncertain; remove this section.");
        }

        var detector = factory.Create(parameters);
        parameters.Complete();
        return detector;
    }

    [GeneratedRegex(@"^[a-z0-9]+([.-][a-z0-9]+)*$", RegexOptions.NonBacktracking)]
    private static partial Regex Id();
}
