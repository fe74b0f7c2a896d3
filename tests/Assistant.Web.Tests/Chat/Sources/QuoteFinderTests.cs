using Assistant.Core.Documents;
using Assistant.Text.Sentences;
using Assistant.Web.Chat.Sources;

namespace Assistant.Web.Tests.Chat.Sources;

public sealed class QuoteFinderTests
{
    private const string Text = "Employees in Hamburg get 30 days.\nAsk your manager first. Leeds gives 27 days a year.\nSite | Days | Note\nHamburg | 30 | full\nLeeds | 27 | ";

    private static readonly ExtractedDocument Document = new(null, Text,
    [
        Block(BlockKind.Paragraph, "Employees in Hamburg get 30 days."), Block(BlockKind.Paragraph, "Ask your manager first. Leeds gives 27 days a year."),
        Block(BlockKind.TableHeader, "Site | Days | Note"), Block(BlockKind.TableRow, "Hamburg | 30 | full"), Block(BlockKind.TableRow, "Leeds | 27 | "),
    ]);

    [Fact]
    public void Find_SentenceOfTheAnswer_IsFoundInThePassage() => Find("Employees in Hamburg get 30 days. [1]", 1).ShouldBe(["Employees in Hamburg get 30 days."]);

    [Fact]
    public void Find_OtherPunctuationAndMarkup_StillIsTheSame() => Find("- **Leeds** gives “27 days” a year [1].", 1).ShouldBe(["Leeds gives 27 days a year."]);

    [Fact]
    public void Find_RowWithItsHeaders_IsTheRow() => Find("Site: Hamburg; Days: 30; Note: full [2]", 2).ShouldBe(["Hamburg | 30 | full"]);

    [Fact]
    public void Find_RowWithAnEmptyCell_IsTheRow() => Find("Site: Leeds; Days: 27 [1]", 1).ShouldBe(["Leeds | 27 | "]);

    [Fact]
    public void Find_SentenceOfAnotherMarker_IsNotFound() => Find("Ask your manager first [2]. Leeds gives 27 days a year [1].", 1).ShouldBe(["Leeds gives 27 days a year."]);

    [Fact]
    public void Find_TwoMarkersBehindOneSentence_CountForBoth() => Find("Ask your manager first [1][2].", 2).ShouldBe(["Ask your manager first."]);

    [Fact]
    public void Find_WordsOfItsOwn_FindsNothing() => Find("People at the Hamburg site are entitled to thirty days [1].", 1).ShouldBeEmpty();

    [Fact]
    public void Find_OutsideOfThePassage_FindsNothing() =>
        new QuoteFinder(new SentenceSplitter()).Find(Document, new TextSpan(0, 10), "Leeds gives 27 days a year [1].", 1).ShouldBeEmpty();

    private static IEnumerable<string> Find(string answer, int number) =>
        new QuoteFinder(new SentenceSplitter()).Find(Document, new TextSpan(0, Text.Length), answer, number).Select(s => Text.Substring(s.Start, s.Length));

    private static TextBlock Block(BlockKind kind, string content) => new(kind, Text.IndexOf(content, StringComparison.Ordinal), content.Length);
}
