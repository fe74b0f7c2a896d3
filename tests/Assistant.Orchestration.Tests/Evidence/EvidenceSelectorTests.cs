using Assistant.Core.Retrieval;
using Assistant.Orchestration.Evidence;
using Assistant.Orchestration.Retrieval;
using Assistant.Orchestration.Tests.Doubles;
using Assistant.Text.Analysis;
using Assistant.Text.Sentences;
using Assistant.Text.Wording;
using Microsoft.Extensions.Options;

namespace Assistant.Orchestration.Tests.Evidence;

public sealed class EvidenceSelectorTests
{
    private static readonly TextAnalyzer Analyzer = new();

    [Fact]
    public void Select_SubjectThatNoDocumentNames_HasLittleSupport()
    {
        const string text = "We pay a mileage rate of 50 pence per mile for a private car.";

        var car = Select("What mileage rate do we pay for a private car?", text);
        var motorbike = Select("What mileage rate do we pay for a private motorbike?", text);

        car.Support.ShouldBeGreaterThan(2 * motorbike.Support);
        motorbike.Support.ShouldBeLessThan(0.5);
    }

    [Fact]
    public void Select_OtherWordForTheSame_CountsAsFound()
    {
        var evidence = Select("How many vacation days do I get?", "Annual leave is 30 days.");

        evidence.Support.ShouldBeGreaterThan(0.7);
        evidence.Quotes.ShouldHaveSingleItem();
    }

    [Fact]
    public void Select_AnotherDeviceThanAskedFor_RanksBelowTheRightOne()
    {
        var evidence = Select("How long does the PX-400 warm up?", "The PX-200 warms up for 20 minutes.\nThe PX-400 warms up for 45 minutes.");

        evidence.Quotes.MaxBy(q => q.Score)!.Span.Start.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Select_SceneBeforeTheQuestion_CountsForLess()
    {
        const string text = "Access for suppliers runs for 90 days.";

        Select("My neighbour paints boats. How long does access for suppliers run?", text).Support
            .ShouldBeGreaterThan(Select("How long does access for suppliers run with my neighbour who paints boats?", text).Support);
    }

    [Fact]
    public void Select_RowsOfOtherIdentifiers_AreNotQuotedBesideTheRightOne() =>
        Select("What is the first action for E-207 on the PX-400?", "E-204 | PX-400 | First action: dry\nE-207 | PX-400 | First action: clean").Quotes
            .ShouldHaveSingleItem().Span.Start.ShouldBeGreaterThan(0);

    [Fact]
    public void Select_WordsSaidSideBySide_SupportLessWhenTheyStandApart() =>
        Select("What is the travel budget?", "The travel budget is large.").Support
            .ShouldBeGreaterThan(Select("What is the travel budget?", "The budget is large and so is the wish to travel.").Support);

    [Fact]
    public void Select_ManyPassages_GivesTheGeneratorTheBestOnly()
    {
        var evidence = Select("How many vacation days do I get?", [.. Enumerable.Range(0, 25).Select(i => $"Annual leave is {i} days.")]);

        evidence.Sources.Count.ShouldBe(new EvidenceOptions().MaxSources);
        evidence.Quotes.ShouldAllBe(q => q.Source <= new EvidenceOptions().MaxQuotedSources);
    }

    private static EvidenceSet Select(string question, params string[] texts)
    {
        var sentences = new SentenceSplitter();
        var reader = new QuestionReader(Analyzer, sentences, new Thesaurus(Analyzer), new LightWords(Analyzer));
        var passages = texts.Select(t => new UsablePassage(FakeLibrary.Passage(t, title: "Guide"), 1, [])).ToList();
        var frequencies = Analyzer.Analyze(string.Join('\n', texts), "en").Select(t => t.Term).Distinct().ToDictionary(t => t, _ => 1);
        var retrieved = new Retrieved(question, null, passages, new TermStatistics(100, frequencies), [], []);
        return new EvidenceSelector(reader, sentences, Options.Create(new EvidenceOptions())).Select(question, "en", retrieved);
    }
}
