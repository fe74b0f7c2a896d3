using Assistant.Orchestration.Retrieval;

namespace Assistant.Orchestration.Evidence;

/// <summary>Chooses what an extractive answer quotes, and from which passages.</summary>
internal static class QuoteSelection
{
    /// <param name="scored">All units, best first.</param>
    /// <returns>The passages, in citation order, and the quotes in the order of the answer.</returns>
    public static (IReadOnlyList<UsablePassage> Sources, IReadOnlyList<Quote> Quotes) Of(IReadOnlyList<ScoredUnit> scored, EvidenceOptions options)
    {
        if (scored.FirstOrDefault(u => u.IsQuotable && u.Score > 0) is not { } best)
        {
            return ([], []);
        }

        var chosen = scored.Where(u => u.IsQuotable && u.Score >= Share(u) * best.Score).Take(options.MaxQuotes).ToList();
        var sources = chosen.Select(u => u.Reading).Distinct().Take(options.MaxQuotedSources).ToList();
        var wanted = sources.SelectMany(s => WithRest(chosen.First(u => u.Reading == s))).Concat(chosen).Distinct().Take(options.MaxQuotes);
        return (
            [.. sources.Select(s => s.Passage)],
            [
                .. wanted.Where(u => sources.Contains(u.Reading))
                    .Select(u => new Quote(sources.IndexOf(u.Reading) + 1, u.Span, u.Score))
                    .OrderBy(q => q.Source)
                    .ThenBy(q => q.Span.Start),
            ]);

        double Share(ScoredUnit unit) => unit.Reading == best.Reading ? options.QuoteShare : options.OtherSourceShare;

        // Half a list item or table row misleads: of a list item the best unit of a passage is quoted with the sentence
        // after it, of a row with all its cells.
        IEnumerable<ScoredUnit> WithRest(ScoredUnit unit) =>
            scored.Where(u => u.Reading == unit.Reading && (u.Unit == unit.Unit || Completes(unit, u.Unit))).OrderBy(u => u.Unit != unit.Unit);
    }

    private static bool Completes(ScoredUnit unit, int other) =>
        unit.Reading.Line(other) == unit.Reading.Line(unit.Unit)
        && ((other == unit.Unit + 1 && unit.Reading.IsInListItem(unit.Unit)) || unit.Reading.IsInRow(unit.Unit));
}
