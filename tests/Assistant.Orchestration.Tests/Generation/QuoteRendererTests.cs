using Assistant.Orchestration.Evidence;
using Assistant.Orchestration.Generation;
using Assistant.Orchestration.Retrieval;
using Assistant.Orchestration.Tests.Doubles;
using Assistant.Text.Sentences;

namespace Assistant.Orchestration.Tests.Generation;

public sealed class QuoteRendererTests
{
    [Fact]
    public void Render_TableRows_StandALineEachWithTheirColumnNames() =>
        Render("A | 10\nB | 20", "Band | Days").ShouldBe(["- Band: A; Days: 10 [1]\n", "- Band: B; Days: 20 [1]\n"]);

    [Fact]
    public void Render_SentencesOfOneSource_ShareALine() =>
        Render("Leave is 30 days.\nIt expires in March.", null).ShouldBe(["Leave is 30 days. [1] It expires in March. [1]\n"]);

    [Theory]
    [InlineData("2. Tax questions belong to HR.")]
    [InlineData("- Tax questions belong to HR.")]
    [InlineData("• 3) Tax questions belong to HR.")]
    public void Render_ListMark_IsLeftOut(string line) => Render(line, null).ShouldBe(["Tax questions belong to HR. [1]\n"]);

    [Fact]
    public void Render_NumberThatBelongsToTheSentence_Stays() => Render("3.4.0 adds parquet.", null).ShouldBe(["3.4.0 adds parquet. [1]\n"]);

    private static IEnumerable<string> Render(string text, string? header)
    {
        var passage = new UsablePassage(FakeLibrary.Passage(text, tableHeader: header), 1, []);
        var quotes = new List<Quote>();
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            quotes.Add(new Quote(1, new TextSpan(start, line.Length), 1));
            start += line.Length + 1;
        }

        return new QuoteRenderer().Render(new EvidenceSet(1, [passage], quotes));
    }
}
