using Assistant.Orchestration.Retrieval;
using Assistant.Text.Analysis;
using Assistant.Text.Sentences;
using Microsoft.Extensions.Options;

namespace Assistant.Orchestration.Evidence;

/// <summary>
/// Scores the units (sentences, list items, table rows) of the retrieved passages against the question, and tells
/// how well the best passage supports an answer. Deterministic; no language model.
/// </summary>
internal sealed class EvidenceSelector(
    TextAnalyzer analyzer,
    SentenceSplitter sentences,
    IOptions<EvidenceOptions> options)
{
    /// <summary>Share of a question term's weight that a unit earns when the term stands around it, not in it.</summary>
    private const double AroundCredit = 0.5;
    private const double WrongShapePenalty = 0.6;
    private const double RankPenalty = 0.03;

    private readonly TermMatcher matcher = new(analyzer);

    public EvidenceSet Select(string question, string language, Retrieved retrieved)
    {
        var terms = QuestionTerms.Of(question, retrieved.Context, language, retrieved.Statistics, analyzer);
        if (terms.Total <= 0 || retrieved.Passages.Count == 0)
        {
            return EvidenceSet.None;
        }

        var scored = retrieved.Passages.Select((passage, rank) => Score(question, terms, passage, rank)).ToList();
        var support = scored.Max(p => p.Coverage);
        var best = scored.SelectMany(p => p.Units).Select(u => u.Score).DefaultIfEmpty(0).Max();
        var quoted = scored
            .SelectMany(p => p.Units.Select(u => (p.Passage, u.Span, u.Score)))
            .Where(u => u.Score > 0 && u.Score >= options.Value.QuoteShare * best)
            .OrderByDescending(u => u.Score)
            .Take(options.Value.MaxQuotes)
            .ToList();

        var sources = quoted.Select(q => q.Passage).Distinct().Take(options.Value.MaxQuotedSources).ToList();
        var quotes = quoted
            .Where(q => sources.Contains(q.Passage))
            .Select(q => new Quote(sources.IndexOf(q.Passage) + 1, q.Span, q.Score))
            .OrderBy(q => q.Source)
            .ThenBy(q => q.Span.Start)
            .ToList();
        return new EvidenceSet(support, [.. sources, .. retrieved.Passages.Except(sources)], quotes);
    }

    private ScoredPassage Score(string question, QuestionTerms terms, UsablePassage passage, int rank)
    {
        var language = passage.Passage.Language;
        var context = matcher.Terms(passage.Passage.Context, language);
        var body = matcher.Terms(passage.UsableText, language);
        var coverage = terms.Weights.Sum(t => t.Value * Math.Max(TermMatcher.Match(t.Key, body), TermMatcher.Match(t.Key, context))) / terms.Total;

        var units = new List<ScoredUnit>();
        foreach (var span in sentences.Split(passage.Passage.Text).Where(passage.IsUsable))
        {
            var text = passage.Passage.Text.Substring(span.Start, span.Length);
            var unit = matcher.Terms(text, language);
            var inside = terms.Weights.Sum(t => t.Value * Credit(t.Key, unit, body, context)) / terms.Total;
            var shape = AnswerShape.Fits(question, text) ? 1 : WrongShapePenalty;
            units.Add(new ScoredUnit(span, inside * shape * (1 - Math.Min(0.5, rank * RankPenalty))));
        }

        return new ScoredPassage(passage, coverage, units);
    }

    private static double Credit(string term, IReadOnlySet<string> unit, IReadOnlySet<string> body, IReadOnlySet<string> context) =>
        Math.Max(
            TermMatcher.Match(term, unit),
            AroundCredit * Math.Max(TermMatcher.Match(term, body), TermMatcher.Match(term, context)));

    private sealed record ScoredPassage(UsablePassage Passage, double Coverage, IReadOnlyList<ScoredUnit> Units);

    private sealed record ScoredUnit(TextSpan Span, double Score);
}
