using Assistant.Text.Sentences;

namespace Assistant.Orchestration.Evidence;

/// <summary>A unit (sentence, list item or table row) of a passage, measured against the question.</summary>
/// <param name="Unit">Its number within the passage, from 0.</param>
/// <param name="Support">How well it supports an answer, 0–1.</param>
/// <param name="IsQuotable">It speaks of the subject itself, or has the number that is asked for.</param>
internal sealed record ScoredUnit(PassageReading Reading, int Unit, double Score, double Support, bool IsQuotable)
{
    public TextSpan Span => Reading.Spans[Unit];
}

/// <summary>Measures the units of passages against one question.</summary>
internal sealed class UnitScorer(QuestionTerms question, AnswerShape shape, Amounts amounts, double bestRank)
{
    private const double WrongShape = 0.8;
    private const double AmountInRange = 1.63;
    private const double AmountSupport = 1.6;

    /// <summary>How much more a unit of the passage that search ranks first scores than one of a passage far behind.</summary>
    private const double RankBonus = 0.5;

    /// <summary>Of a table, the rows are quoted that hold at least this share of what its best row holds of the subject.</summary>
    private const double RowShare = 0.4;

    private readonly int[] all = [.. Enumerable.Range(0, question.All.Count)];
    private readonly int[] subject = Chosen(question, t => !t.IsLight);
    private readonly int[] ownSubject = Chosen(question, t => !t.IsLight && t.IsOwn);

    public IEnumerable<ScoredUnit> Score(PassageReading reading)
    {
        var rank = 1 + (bestRank > 0 ? RankBonus * reading.Passage.Score / bestRank : 0);
        var isNamedAbove = subject.Length == 0 || subject.Any(t => reading.InHeader(t) > 0);
        var held = Enumerable.Range(0, reading.Spans.Count).Select(u => subject.Sum(t => question.All[t].Weight * reading.InUnit(u, t))).ToList();
        var bestRow = held.Where((_, u) => reading.Rows[u]).DefaultIfEmpty(0).Max();
        var identifierFactors = Enumerable.Range(0, reading.Spans.Count).Select(reading.IdentifierFactor).ToList();
        var closestRow = identifierFactors.Where((_, u) => reading.Rows[u]).DefaultIfEmpty(0).Max();
        for (var unit = 0; unit < reading.Spans.Count; unit++)
        {
            var text = reading.Unit(unit);
            var credits = all.Select(t => reading.Credit(unit, t)).ToArray();
            var identifiers = identifierFactors[unit];
            var hasNumber = shape.WantsNumber && AnswerShape.HasNumberIn(text);
            var inRange = amounts.FallInto(text);
            var score = Share(credits, all) * identifiers * (shape.WantsNumber && !hasNumber ? WrongShape : 1) * (inRange ? AmountInRange : 1) * rank;
            var support = Math.Max(Share(credits, subject) * (inRange ? AmountSupport : 1), Share(credits, ownSubject)) * identifiers;

            // Where one row is about "E-207", the rows about other codes are not quoted.
            var isRowWanted = inRange || (held[unit] >= RowShare * bestRow && identifiers >= closestRow);
            var isQuotable = (isNamedAbove || hasNumber || held[unit] > 0) && (!reading.Rows[unit] || isRowWanted);
            yield return new ScoredUnit(reading, unit, score, support, isQuotable);
        }
    }

    /// <summary>Share of the chosen terms' weight that a unit earned; of all terms when none is chosen.</summary>
    private double Share(double[] credits, int[] chosen)
    {
        var counted = chosen.Length == 0 ? all : chosen;
        return counted.Sum(t => question.All[t].Weight * credits[t]) / counted.Sum(t => question.All[t].Weight);
    }

    private static int[] Chosen(QuestionTerms question, Func<QuestionTerm, bool> isChosen) =>
        [.. Enumerable.Range(0, question.All.Count).Where(t => isChosen(question.All[t]))];
}
