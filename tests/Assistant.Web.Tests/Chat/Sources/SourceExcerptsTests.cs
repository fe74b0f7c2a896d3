using Assistant.Core.Documents;
using Assistant.Text.Sentences;
using Assistant.Web.Chat.Sources;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Assistant.Web.Tests.Chat.Sources;

public sealed class SourceExcerptsTests
{
    [Fact]
    public void Around_PassageInAParagraph_MarksExactlyIt()
    {
        var document = Document((BlockKind.Heading, "Leave"), (BlockKind.Paragraph, "Before. Thirty days. After."));
        var start = document.Text.IndexOf("Thirty", StringComparison.Ordinal);

        var excerpt = Around(document, start, "Thirty days.".Length);

        excerpt.Sections.Count.ShouldBe(2);
        excerpt.Sections[1][0].Cells[0].ShouldBe([new("Before. ", SourceEmphasis.None), new("Thirty days.", SourceEmphasis.Quote), new(" After.", SourceEmphasis.None)]);
        excerpt.MoreBefore.ShouldBeFalse();
        excerpt.MoreAfter.ShouldBeFalse();
    }

    [Fact]
    public void Around_PassageOverSeveralBlocks_MarksEachOfThem()
    {
        var document = Document((BlockKind.Paragraph, "One."), (BlockKind.ListItem, "Two."), (BlockKind.Paragraph, "Three."));

        var excerpt = Around(document, 0, document.Text.IndexOf("Three", StringComparison.Ordinal) - 1);

        excerpt.Sections.Select(s => s[0].Cells[0].ShouldHaveSingleItem()).ShouldBe([new("One.", SourceEmphasis.Quote), new("Two.", SourceEmphasis.Quote), new("Three.", SourceEmphasis.None)]);
    }

    [Fact]
    public void Around_Table_KeepsRowsTogetherAndCellsApart()
    {
        var document = Document((BlockKind.TableHeader, "Site | Days | Note"), (BlockKind.TableRow, "Hamburg | 30 | "), (BlockKind.TableRow, "Leeds | 27 | x"), (BlockKind.Paragraph, "End."));
        var start = document.Text.IndexOf("Hamburg", StringComparison.Ordinal);

        var excerpt = Around(document, start, "Hamburg | 30".Length);

        excerpt.Sections.Select(s => s.Count).ShouldBe([3, 1]);
        excerpt.Sections[0][1].Cells[0].ShouldBe([new("Hamburg", SourceEmphasis.Quote)]);
        excerpt.Sections[0][1].Cells[1].ShouldBe([new("30", SourceEmphasis.Quote)]);
        excerpt.Sections[0][2].Cells.Count.ShouldBe(3);
    }

    [Fact]
    public void Around_TwoTables_AreTwoSections()
    {
        var document = Document((BlockKind.TableHeader, "A | B"), (BlockKind.TableRow, "1 | 2"), (BlockKind.TableHeader, "C | D"), (BlockKind.TableRow, "3 | 4"));

        Around(document, 0, 1).Sections.Select(s => s.Count).ShouldBe([2, 2]);
    }

    [Fact]
    public void Around_LargeDocument_ShowsAWindowAndSaysThereIsMore()
    {
        var document = Document([.. Enumerable.Range(0, 1000).Select(i => (BlockKind.Paragraph, $"Paragraph number {i} of a long document."))]);
        var start = document.Text.IndexOf("number 500 ", StringComparison.Ordinal);

        var excerpt = Around(document, start, 10, 200, 200);

        excerpt.MoreBefore.ShouldBeTrue();
        excerpt.MoreAfter.ShouldBeTrue();
        excerpt.Sections.Count.ShouldBeInRange(5, 20);
    }

    [Fact]
    public void Around_OneHugeBlock_IsCut()
    {
        var document = Document((BlockKind.Paragraph, new string('x', 1_000_000)));

        var excerpt = Around(document, 500_000, 100, 1000, 2000);

        excerpt.Sections.ShouldHaveSingleItem()[0].Cells[0].Sum(r => r.Text.Length).ShouldBe(3100);
    }

    [Fact]
    public void Around_PagesThatChange_AreNamedOnce()
    {
        var document = new ExtractedDocument(null, "a\nb\nc\n", [new(BlockKind.Paragraph, 0, 1, 0, 1), new(BlockKind.Paragraph, 2, 1, 0, 1), new(BlockKind.Paragraph, 4, 1, 0, 2)]);

        Around(document, 0, 1).Sections.Select(s => s[0].Page).ShouldBe([1, null, 2]);
    }

    [Fact]
    public void Around_QuotesInThePassage_StandOutFromTheRestOfIt()
    {
        var document = Document((BlockKind.Paragraph, "Before. One. Two. Three. After."));

        var excerpt = SourceExcerpts.Around(document, new TextSpan(8, 16), [new TextSpan(13, 4)], 1000, 1000);

        excerpt.Sections[0][0].Cells[0].ShouldBe(
        [
            new("Before. ", SourceEmphasis.None), new("One. ", SourceEmphasis.Passage), new("Two.", SourceEmphasis.Quote),
            new(" Three.", SourceEmphasis.Passage), new(" After.", SourceEmphasis.None),
        ]);
    }

    [Theory]
    [InlineData(-5, 3, 0, 3)]
    [InlineData(2, 1_000_000, 2, 10)]
    [InlineData(1_000_000, 5, 12, 0)]
    [InlineData(3, -2, 3, 0)]
    public void Clamp_OffsetsOutsideTheText_AreBroughtInside(int start, int length, int expectedStart, int expectedLength) =>
        SourceExcerpts.Clamp(Document((BlockKind.Paragraph, "Short text.")), start, length).ShouldBe(new TextSpan(expectedStart, expectedLength));

    [Property]
    public Property Around_AnyPassage_MarksItsTextAndShowsAllOfTheRest() => Prop.ForAll(Cases().ToArbitrary(), c =>
    {
        var excerpt = Around(c.Document, c.Start, c.Length, int.MaxValue, int.MaxValue);
        var runs = excerpt.Sections.SelectMany(s => s).SelectMany(b => b.Cells).SelectMany(r => r).ToList();

        Bare(string.Concat(runs.Where(r => r.Emphasis != SourceEmphasis.None).Select(r => r.Text))).ShouldBe(Bare(c.Document.Text.Substring(c.Start, c.Length)));
        Bare(string.Concat(runs.Select(r => r.Text))).ShouldBe(Bare(c.Document.Text));
    });

    private static SourceExcerpt Around(ExtractedDocument document, int start, int length, int before = 1000, int after = 1000) =>
        SourceExcerpts.Around(document, new TextSpan(start, length), [], before, after);

    private static string Bare(string text) => string.Concat(text.Where(ch => !char.IsWhiteSpace(ch) && ch != '|'));

    private static Gen<(ExtractedDocument Document, int Start, int Length)> Cases() =>
        from blocks in Gen.NonEmptyListOf(from kind in Gen.Elements(Enum.GetValues<BlockKind>())
                                          from text in Gen.Elements("Alpha beta.", "x", "A | B | C", "Zwölf Tage 🙂 frei", "long " + new string('y', 60))
                                          select (kind, text))
        let document = Document([.. blocks])
        from start in Gen.Choose(0, document.Text.Length)
        from length in Gen.Choose(0, document.Text.Length - start)
        select (document, start, length);

    private static ExtractedDocument Document(params (BlockKind Kind, string Text)[] blocks)
    {
        var text = new System.Text.StringBuilder();
        var tiles = new List<TextBlock>();
        foreach (var (kind, content) in blocks)
        {
            tiles.Add(new TextBlock(kind, text.Length, content.Length));
            text.Append(content).Append('\n');
        }

        return new ExtractedDocument(null, text.ToString(), tiles);
    }
}
