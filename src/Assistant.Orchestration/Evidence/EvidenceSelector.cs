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
    private const double WrongShape = 0.8;
    private const double AmountInRange = 1.63;
    private const double AmountSupport = 1.6;

    /// <summary>Units whose support counts: the best answer is not always the best ranked.</summary>
    private const int SupportingUnits = 3;

    /// <summary>Units in which a word is looked for before it counts as unknown.</summary>
    private const int UnknownUnits = 10;
    private const double UnknownPenalty = 0.5;

    /// <summary>Of a table, the rows are quoted that hold at least this share of what its best row holds of the subject.</summary>
    private const double RowShare = 0.4;

    private readonly TermMatcher matcher = new(reader.Analyzer);

    public EvidenceSet Select(string question, string language, Retrieved retrieved)
    {
        var terms = QuestionTerms.Of(question, retrieved.Context, language, retrieved.Statistics, reader);
        if (terms.Total <= 0 || retrieved.Passages.Count == 0)
        {
            return EvidenceSet.None;
        }

        var scored = retrieved.Passages.SelectMany(p => Score(question, terms, p)).OrderByDescending(u => u.Score).ToList();
        var quoted = scored.Where(u => u.IsQuotable && u.Score > 0 && u.Score >= options.Value.QuoteShare * scored[0].Score).Take(options.Value.MaxQuotes).ToList();
        var sources = quoted.Select(q => q.Passage).Distinct().Take(options.Value.MaxQuotedSources).ToList();
        var quotes = quoted
            .Where(q => sources.Contains(q.Passage))
            .Select(q => new Quote(sources.IndexOf(q.Passage) + 1, q.Span, q.Score))
            .OrderBy(q => q.Source)
            .ThenBy(q => q.Span.Start)
            .ToList();
        var support = scored.Take(SupportingUnits).Select(u => u.Support).DefaultIfEmpty(0).Max();
        var unknown = UnknownSubject.IsIn(terms, language, [.. scored.Take(UnknownUnits).Select(u => u.Around)]);
        return new EvidenceSet(Math.Min(1, unknown ? support * UnknownPenalty : support), [.. sources, .. retrieved.Passages.Except(sources)], quotes);
    }

    private IEnumerable<ScoredUnit> Score(string question, QuestionTerms terms, UsablePassage passage)
    {
        var text = passage.Passage.Text;
        var language = passage.Passage.Language;
        var spans = sentences.Split(text).Where(passage.IsUsable).ToList();
        var units = spans.Select(s => matcher.Terms(text.Substring(s.Start, s.Length), language)).ToList();
        var place = new UnitPlace(
            matcher.Terms(passage.Passage.DocumentTitle, language),
            matcher.Terms(string.Join('\n', passage.Passage.HeadingPath), language),
            matcher.Terms(passage.Passage.TableHeader ?? "", language),
            units.SelectMany(u => u).ToHashSet(StringComparer.Ordinal));
        var rows = spans.Select(s => text.AsSpan(s.Start, s.Length).Contains('|')).ToList();
        var own = units.Select(u => terms.All.Where(t => !t.IsLight).Sum(t => t.Weight * TermMatcher.Match(t, u))).ToList();
        var bestRow = own.Where((_, i) => rows[i]).DefaultIfEmpty(0).Max();
        for (var i = 0; i < spans.Count; i++)
        {
            var unit = text.Substring(spans[i].Start, spans[i].Length);

            // A table row is read by itself: what the rows beside it say is about something else.
            var around = rows[i]
                ? place
                : place with { Before = i > 0 ? units[i - 1] : UnitPlace.Nothing, After = i + 1 < units.Count ? units[i + 1] : UnitPlace.Nothing };
            var credits = terms.All.Select(t => (Term: t, Credit: around.Credit(t, units[i]))).ToList();
            var identifiers = around.IdentifierFactor(terms.Identifiers, units[i]);
            var inRange = Amounts.FallInto(question, unit);
            var score = Share(credits, _ => true) * identifiers * (AnswerShape.Fits(question, unit) ? 1 : WrongShape) * (inRange ? AmountInRange : 1);
            var support = Math.Max(
                Share(credits, t => !t.IsLight) * (inRange ? AmountSupport : 1),
                Share(credits, t => !t.IsLight && t.IsOwn)) * identifiers;
            var isQuotable = (around.SpeaksOf(terms, units[i]) || AnswerShape.Answers(question, unit)) && (!rows[i] || inRange || own[i] >= RowShare * bestRow);
            yield return new ScoredUnit(passage, spans[i], score, support, isQuotable, place.Passage);
        }
    }

    /// <summary>Share of the chosen terms' weight that a unit earned; of all terms when none is chosen.</summary>
    private static double Share(List<(QuestionTerm Term, double Credit)> credits, Func<QuestionTerm, bool> chosen)
    {
        var counted = credits.Where(c => chosen(c.Term)).ToList();
        counted = counted.Count == 0 ? credits : counted;
        return counted.Sum(c => c.Term.Weight * c.Credit) / counted.Sum(c => c.Term.Weight);
    }

    /// <param name="Support">How well it supports an answer, 0–1.</param>
    /// <param name="IsQuotable">It speaks of the subject itself, or has the number that is asked for.</param>
    /// <param name="Around">The terms of its passage.</param>
    private sealed record ScoredUnit(UsablePassage Passage, TextSpan Span, double Score, double Support, bool IsQuotable, IReadOnlySet<string> Around);
}
