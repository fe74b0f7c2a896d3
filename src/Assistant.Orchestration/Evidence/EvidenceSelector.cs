using Assistant.Orchestration.Retrieval;
using Assistant.Text.Sentences;
using Microsoft.Extensions.Options;

namespace Assistant.Orchestration.Evidence;

/// <summary>
/// Scores the units (sentences, list items, table rows) of the retrieved passages against the question, and tells
/// how well the best of them support an answer. Deterministic; no language model.
/// </summary>
internal sealed class EvidenceSelector(
    QuestionReader reader,
    SentenceSplitter sentences,
    IOptions<EvidenceOptions> options)
{
    /// <summary>Units whose support counts: the best answer is not always the best ranked.</summary>
    private const int SupportingUnits = 3;

    /// <summary>What words lose in support that the question says side by side and the passage does not.</summary>
    private const double BrokenPhrase = 0.2;

    /// <summary>Units in whose passages a word is looked for before it counts as unknown.</summary>
    private const int UnknownUnits = 10;
    private const double UnknownPenalty = 0.5;

    public EvidenceSet Select(string question, string language, Retrieved retrieved)
    {
        var terms = QuestionTerms.Of(question, retrieved.Context, language, retrieved.Statistics, reader);
        if (terms.Total <= 0 || retrieved.Passages.Count == 0)
        {
            return EvidenceSet.None;
        }

        var matcher = new TermMatcher(language);
        var scorer = new UnitScorer(terms, AnswerShape.Of(question), Amounts.In(question, retrieved.Context), retrieved.Passages.Max(p => p.Score));
        var scored = retrieved.Passages
            .Select(p => new PassageReading(p, terms, matcher, [.. sentences.Split(p.Passage.Text).Where(p.IsUsable)], reader.Analyzer))
            .SelectMany(scorer.Score)
            .OrderByDescending(u => u.Score)
            .ToList();
        var (sources, quotes) = QuoteSelection.Of(scored, options.Value);
        var support = scored.Take(SupportingUnits).Select(u => u.Support * (1 - (BrokenPhrase * u.Reading.BrokenPhrases()))).DefaultIfEmpty(0).Max();
        var unknown = UnknownSubject.IsIn(terms, language, [.. scored.Take(UnknownUnits).Select(u => u.Reading).Distinct()]);
        return new EvidenceSet(
            Math.Min(1, unknown ? support * UnknownPenalty : support),
            [.. sources.Concat(retrieved.Passages.Except(sources)).Take(options.Value.MaxSources)],
            quotes);
    }
}
