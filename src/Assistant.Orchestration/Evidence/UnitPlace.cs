using System.Collections.Frozen;

namespace Assistant.Orchestration.Evidence;

/// <summary>What stands around a unit, as sets of analysed terms.</summary>
internal sealed record UnitPlace(
    IReadOnlySet<string> Title,
    IReadOnlySet<string> Headings,
    IReadOnlySet<string> TableHeader,
    IReadOnlySet<string> Passage)
{
    private const double TitleCredit = 1;
    private const double HeadingCredit = 1;
    private const double HeaderCredit = 0.8;
    private const double BeforeCredit = 0.44;
    private const double AfterCredit = 0.8;
    private const double PassageCredit = 0.26;

    /// <summary>What remains of a unit's score for each identifier of the question that is nowhere near it.</summary>
    private const double OtherIdentifier = 0.77;

    public static IReadOnlySet<string> Nothing { get; } = FrozenSet<string>.Empty;

    public IReadOnlySet<string> Before { get; init; } = Nothing;

    public IReadOnlySet<string> After { get; init; } = Nothing;

    /// <summary>Share of a question term's weight that a unit earns: whole when the term stands in it, less the further away it stands.</summary>
    public double Credit(QuestionTerm term, IReadOnlySet<string> unit)
    {
        var best = TermMatcher.Match(term, unit);
        Offer(Title, TitleCredit);
        Offer(Headings, HeadingCredit);
        Offer(TableHeader, HeaderCredit);
        Offer(Before, BeforeCredit);
        Offer(After, AfterCredit);
        Offer(Passage, PassageCredit);
        return best;

        void Offer(IReadOnlySet<string> terms, double credit)
        {
            if (credit > best)
            {
                best = Math.Max(best, credit * TermMatcher.Match(term, terms));
            }
        }
    }

    /// <summary>
    /// True when a unit itself, or its table's header, holds a word about the question's subject: what only stands
    /// beside an answer is not quoted as one.
    /// </summary>
    public bool SpeaksOf(QuestionTerms terms, IReadOnlySet<string> unit)
    {
        var subject = terms.All.Where(t => !t.IsLight).ToList();
        return subject.Count == 0 || subject.Any(t => TermMatcher.Match(t, unit) > 0 || TermMatcher.Match(t, TableHeader) > 0);
    }

    /// <summary>Factor for the identifiers of the question that the unit is not about, 0–1.</summary>
    public double IdentifierFactor(IReadOnlyList<string> identifiers, IReadOnlySet<string> unit) =>
        identifiers.Aggregate(1.0, (factor, id) => factor * (unit.Contains(id) || Title.Contains(id) || Headings.Contains(id) || TableHeader.Contains(id)
            ? 1
            : Passage.Contains(id) ? (1 + OtherIdentifier) / 2 : OtherIdentifier));
}
