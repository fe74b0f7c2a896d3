using Assistant.Core.Policies;
using Assistant.Policies.Detectors.Citations;
using Assistant.Policies.Rules;
using Assistant.Text.Analysis;
using Assistant.Text.Sentences;

namespace Assistant.Policies.Detectors.Groundedness;

/// <summary>"groundedness": parameters <c>supported</c> and <c>uncertain</c>, the scores that bound the uncertain zone.</summary>
internal sealed class GroundednessFactory(TextAnalyzer analyzer, SentenceSplitter sentences) : IDetectorFactory
{
    private const double DefaultSupported = 0.8;
    private const double DefaultUncertain = 0.65;

    public string Name => "groundedness";

    public IReadOnlyList<PolicyStage> Stages { get; } = [PolicyStage.Output];

    public bool ReportsUncertain => true;

    public IDetector Create(RuleNode parameters)
    {
        var supported = parameters.Number("supported", DefaultSupported, 0, 1);
        var uncertain = parameters.Number("uncertain", Math.Min(DefaultUncertain, supported), 0, 1);
        if (uncertain > supported)
        {
            parameters.Report("uncertain", null, "the score below which a sentence is unsupported must not be above 'supported'.");
        }

        var checker = new GroundednessChecker(analyzer, new EvidenceReader(analyzer, sentences));
        return new GroundednessDetector(checker, new ClaimShape(analyzer), new GroundednessThresholds(supported, uncertain));
    }
}
