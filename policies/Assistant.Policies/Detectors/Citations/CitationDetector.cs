using Assistant.Core.Policies;
using Assistant.Policies.Rules;
using Assistant.Text.Analysis;

namespace Assistant.Policies.Detectors.Citations;

/// <summary>Finds markers that refer to no source, and statements without a marker.</summary>
internal sealed class CitationDetector(ClaimShape shape) : IDetector
{
    public IReadOnlyList<Detection> Detect(PolicyCheck check, CancellationToken cancellationToken)
    {
        var sources = check.Context.Sources.Count;
        var markers = CitationMarkers.Find(check.Text);
        var found = markers.Where(m => m.Number < 1 || m.Number > sources)
            .Select(m => new Detection(m.Start, m.Length, $"Marker {m.Number} refers to none of the {sources} sources."))
            .ToList();
        if (markers.Count == found.Count && shape.IsClaim(check, CitationMarkers.Blank(check.Text)))
        {
            found.Add(Detection.Whole(check.Text, "A statement without a citation."));
        }

        return found;
    }
}

/// <summary>"citations": no parameters.</summary>
internal sealed class CitationFactory(TextAnalyzer analyzer) : IDetectorFactory
{
    public string Name => "citations";

    public IReadOnlyList<PolicyStage> Stages { get; } = [PolicyStage.Output];

    public bool ReportsUncertain => false;

    public IDetector Create(RuleNode parameters) => new CitationDetector(new ClaimShape(analyzer));
}
