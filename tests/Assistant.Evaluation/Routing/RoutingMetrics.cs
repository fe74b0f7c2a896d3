using System.Text.Json.Nodes;
using Assistant.Adapters.Routing.Examples;
using Assistant.Core.Routing;

namespace Assistant.Evaluation.Routing;

/// <param name="Label">What is right.</param>
internal sealed record RoutedText(string Label, Route Route, TimeSpan Duration)
{
    public bool IsInScope => Label != LabelledText.OutOfScope;

    /// <summary>The best domain, whether or not the router abstained.</summary>
    public string Best { get; } = Route.Scores.MaxBy(s => s.Value).Key;
}

internal static class RoutingMetrics
{
    private const int Bins = 15;

    /// <summary>
    /// accuracy: share of in-scope texts whose best domain is right, abstentions included. oos_recall_at_5pct: share
    /// of out-of-scope texts whose confidence lies below the confidence that 95 % of the in-scope texts reach. ece:
    /// expected calibration error of the best domain's score over the in-scope texts. routed and routed_accuracy:
    /// share of in-scope texts that the router did route at its own threshold, and how many of those rightly;
    /// oos_abstained: share of out-of-scope texts where it abstained.
    /// </summary>
    public static JsonObject Of(IReadOnlyList<RoutedText> texts)
    {
        List<RoutedText> inScope = [.. texts.Where(t => t.IsInScope)];
        List<RoutedText> outOfScope = [.. texts.Where(t => !t.IsInScope)];
        List<RoutedText> routed = [.. inScope.Where(t => t.Route.Domain is not null)];
        double[] confidences = [.. inScope.Select(t => t.Route.Confidence).Order()];
        var threshold = confidences[(int)(0.05 * confidences.Length)];
        return new JsonObject
        {
            ["accuracy"] = Share(inScope, t => t.Best == t.Label),
            ["oos_recall_at_5pct"] = Share(outOfScope, t => t.Route.Confidence < threshold),
            ["ece"] = Math.Round(CalibrationError(inScope), 4),
            ["p50_us"] = Microseconds(texts, 0.50),
            ["p99_us"] = Microseconds(texts, 0.99),
            ["routed"] = Share(inScope, t => t.Route.Domain is not null),
            ["routed_accuracy"] = Share(routed, t => t.Route.Domain == t.Label),
            ["oos_abstained"] = Share(outOfScope, t => t.Route.Domain is null),
            ["in_scope"] = inScope.Count,
            ["out_of_scope"] = outOfScope.Count,
        };
    }

    private static double CalibrationError(List<RoutedText> texts) => texts
        .Select(t => (Score: t.Route.Scores[t.Best], Right: t.Best == t.Label ? 1.0 : 0.0))
        .GroupBy(t => Math.Min((int)(t.Score * Bins), Bins - 1))
        .Sum(bin => Math.Abs(bin.Average(t => t.Score) - bin.Average(t => t.Right)) * bin.Count() / texts.Count);

    private static JsonNode? Share(List<RoutedText> texts, Func<RoutedText, bool> holds) =>
        texts.Count == 0 ? null : Math.Round(texts.Count(holds) / (double)texts.Count, 4);

    private static double Microseconds(IReadOnlyList<RoutedText> texts, double share) =>
        Percentiles.Of(texts.Select(t => t.Duration.TotalMicroseconds), share);
}
