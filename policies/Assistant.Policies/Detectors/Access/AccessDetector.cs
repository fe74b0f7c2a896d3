using Assistant.Core.Documents;
using Assistant.Core.Policies;
using Assistant.Policies.Rules;

namespace Assistant.Policies.Detectors.Access;

/// <summary>
/// Finds texts with a source that the user may not read, or that is classified above a ceiling. Retrieval never
/// hands out such a source: this is the second lock on the same door.
/// </summary>
internal sealed class AccessDetector(Classification highest) : IDetector
{
    public IReadOnlyList<Detection> Detect(PolicyCheck check, CancellationToken cancellationToken)
    {
        var closed = check.Context.Sources.Count(s => !check.Context.User.Scope.Allows(s.Labels));
        var above = check.Context.Sources.Count(s => s.Classification > highest);
        return closed + above == 0
            ? []
            : [Detection.Whole(check.Text, $"{closed} of {check.Context.Sources.Count} sources are outside the user's groups, {above} are classified above {highest}.")];
    }
}

/// <summary>"access": parameter <c>highest</c> is the highest classification that passes.</summary>
internal sealed class AccessFactory : IDetectorFactory
{
    public string Name => "access";

    public IReadOnlyList<PolicyStage> Stages { get; } = [PolicyStage.Passage, PolicyStage.Output];

    public bool ReportsUncertain => false;

    public IDetector Create(RuleNode parameters) => new AccessDetector(parameters.Choice("highest", Classification.Restricted));
}
