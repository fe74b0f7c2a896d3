using System.Globalization;
using Assistant.Core.Policies;
using Assistant.Policies.Detectors.Citations;

namespace Assistant.Policies.Detectors.Groundedness;

/// <summary>
/// Finds sentences that the passages they cite do not support. A statement that cites nothing is held against all
/// sources, so that this rule does not depend on the citation rule.
/// </summary>
internal sealed class GroundednessDetector(GroundednessChecker checker, ClaimShape shape, GroundednessThresholds thresholds) : IDetector
{
    public IReadOnlyList<Detection> Detect(PolicyCheck check, CancellationToken cancellationToken)
    {
        var text = CitationMarkers.Blank(check.Text);
        var cited = CitationMarkers.Cited(check);
        if (cited.Count == 0)
        {
            if (!shape.IsClaim(check, text))
            {
                return [];
            }

            cited = check.Context.Sources;
        }

        if (cited.Count == 0)
        {
            return [Detection.Whole(check.Text, "There is no passage that could support it.")];
        }

        var assessment = checker.Assess(text, cited, check.Context);
        if (assessment.Contradictions.Count > 0 || assessment.Score < thresholds.Uncertain)
        {
            return [Detection.Whole(check.Text, Detail(assessment, assessment.Contradictions))];
        }

        return assessment.Doubts.Count > 0 || assessment.Score < thresholds.Supported
            ? [Detection.Whole(check.Text, Detail(assessment, assessment.Doubts), uncertain: true)]
            : [];
    }

    private static string Detail(Assessment assessment, IReadOnlyList<string> reasons) =>
        string.Create(CultureInfo.InvariantCulture, $"Support {assessment.Score:0.00}. {string.Join(' ', reasons)}").TrimEnd();
}

/// <param name="Supported">Score from which a sentence passes.</param>
/// <param name="Uncertain">Score below which it is unsupported.</param>
internal sealed record GroundednessThresholds(double Supported, double Uncertain);
