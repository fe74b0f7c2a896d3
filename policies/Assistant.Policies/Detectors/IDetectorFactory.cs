using Assistant.Core.Policies;
using Assistant.Policies.Rules;

namespace Assistant.Policies.Detectors;

/// <summary>Makes detectors of one kind from the parameters of a rule.</summary>
internal interface IDetectorFactory
{
    /// <summary>The name that rules use.</summary>
    string Name { get; }

    /// <summary>Stages at which the detector has what it needs.</summary>
    IReadOnlyList<PolicyStage> Stages { get; }

    /// <summary>Whether its detections can be uncertain.</summary>
    bool ReportsUncertain { get; }

    /// <summary>Reads the parameters; what is wrong with them is reported to the node.</summary>
    IDetector Create(RuleNode parameters);
}
