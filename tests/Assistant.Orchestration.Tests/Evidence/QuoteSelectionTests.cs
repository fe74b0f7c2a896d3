using Assistant.Orchestration.Evidence;
using Assistant.Orchestration.Retrieval;
using Assistant.Orchestration.Tests.Doubles;
using Assistant.Text.Analysis;
using Assistant.Text.Sentences;

namespace Assistant.Orchestration.Tests.Evidence;

public sealed class QuoteSelectionTests
{
    private static readonly EvidenceOptions Options = new();

    [Fact]
    public void Of_NothingQuotable_IsEmpty() => QuoteSelection.Of([Unit(Read("A. B."), 0, 1, isQuotable: false)], Options).Quotes.ShouldBeEmpty();

    [Fact]
    public void Of_UnitOfAnotherPassage_MustFitNearlyAsWell()
    {
        var (first, second, third) = (Read("One thing."), Read("Second thing."), Read("Third thing."));

        var (sources, _) = QuoteSelection.Of([Unit(first, 0, 1), Unit(second, 0, 0.66), Unit(third, 0, 0.6)], Options);

        sources.ShouldBe([first.Passage, second.Passage]);
    }

    [Fact]
    public void Of_SentenceOfAListItem_IsQuotedWithTheNextOne()
    {
        var reading = Read("- Leave the room.\n- Object at once. Then write it down. Call Legal.");

        Quoted(reading, best: 1).ShouldBe(["- Object at once.", "Then write it down."]);
    }

    [Fact]
    public void Of_SentenceOfAParagraph_IsQuotedAlone() =>
        Quoted(Read("Leave is 30 days. The canteen opens at noon."), best: 0).ShouldBe(["Leave is 30 days."]);

    [Fact]
    public void Of_SentenceInATableRow_IsQuotedWithTheWholeRow()
    {
        var reading = Read("T-03 | Mutual terms.\nT-04 | Visitor form, one page. Signed at reception.");

        Quoted(reading, best: 2).ShouldBe(["T-04 | Visitor form, one page.", "Signed at reception."]);
    }

    [Fact]
    public void Of_ManyGoodUnits_StaysWithinTheLimits()
    {
        var readings = Enumerable.Range(0, 6).Select(_ => Read("One. Two. Three. Four.")).ToList();

        var (sources, quotes) = QuoteSelection.Of([.. readings.SelectMany(r => Enumerable.Range(0, 4).Select(u => Unit(r, u, 1)))], Options);

        sources.Count.ShouldBeLessThanOrEqualTo(Options.MaxQuotedSources);
        quotes.Count.ShouldBe(Options.MaxQuotes);
        quotes.Distinct().Count().ShouldBe(quotes.Count);
    }

    private static IEnumerable<string> Quoted(PassageReading reading, int best)
    {
        var scored = Enumerable.Range(0, reading.Spans.Count).Select(u => Unit(reading, u, u == best ? 1 : 0.1)).OrderByDescending(u => u.Score).ToList();
        return QuoteSelection.Of(scored, Options).Quotes.Select(q => reading.Passage.Passage.Text.Substring(q.Span.Start, q.Span.Length).Trim());
    }

    private static ScoredUnit Unit(PassageReading reading, int unit, double score, bool isQuotable = true) => new(reading, unit, score, score, isQuotable);

    private static PassageReading Read(string text)
    {
        var passage = new UsablePassage(FakeLibrary.Passage(text), 1, []);
        return new PassageReading(passage, new QuestionTerms([], [], []), new TermMatcher("en"), new SentenceSplitter().Split(text), new TextAnalyzer());
    }
}
