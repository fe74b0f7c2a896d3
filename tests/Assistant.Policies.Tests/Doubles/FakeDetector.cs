using Assistant.Core.Policies;
using Assistant.Policies.Detectors;
using Assistant.Policies.Rules;

namespace Assistant.Policies.Tests.Doubles;

/// <summary>A detector that does what a test says; its name is "fake".</summary>
internal sealed class FakeDetector(Func<PolicyCheck, CancellationToken, IReadOnlyList<Detection>> detect) : IDetectorFactory, IDetector
{
    public string Name => "fake";

    public IReadOnlyList<PolicyStage> Stages { get; } = [PolicyStage.Input, PolicyStage.Passage, PolicyStage.Output];

    public bool ReportsUncertain => false;

    public IDetector Create(RuleNode parameters) => this;

    public IReadOnlyList<Detection> Detect(PolicyCheck check, CancellationToken cancellationToken) => detect(check, cancellationToken);
}
