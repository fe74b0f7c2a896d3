using Assistant.Core.Documents;
using Assistant.Ingestion.Chunking;
using Assistant.Text.Sentences;
using Microsoft.Extensions.Options;

namespace Assistant.Ingestion.Tests.Chunking;

public sealed class PassageCutterTests
{
    private const int Target = 200;

    private static readonly string Long = string.Concat(Enumerable.Repeat("Every employee may do this once. ", 5)).TrimEnd();

    [Fact]
    public void Cut_NestedHeadings_GivesEveryPassageTheHeadingsAboveIt()
    {
        var document = new DocumentSketch()
            .Paragraph("Preamble.")
            .Heading(1, "Leave").Paragraph(Long)
            .Heading(2, "Carry-over").Paragraph(Long)
            .Heading(3, "Exceptions").Paragraph(Long)
            .Heading(2, "Buying").Paragraph(Long)
            .Heading(1, "Contact").Paragraph(Long)
            .Build();

        Cut(document).Select(c => string.Join(" › ", c.HeadingPath)).ShouldBe(
            ["", "Leave", "Leave › Carry-over", "Leave › Carry-over › Exceptions", "Leave › Buying", "Contact"]);
    }

    [Fact]
    public void Cut_SkippedHeadingLevel_StillNestsAndComesBack()
    {
        var document = new DocumentSketch()
            .Heading(1, "A").Heading(4, "Deep").Paragraph(Long)
            .Heading(2, "B").Paragraph(Long)
            .Build();

        Cut(document).Select(c => string.Join(" › ", c.HeadingPath)).ShouldBe(["A › Deep", "A › B"]);
    }

    [Fact]
    public void Cut_LongTable_RepeatsTheHeaderBesideEveryPassageAndSplitsNoRow()
    {
        var rows = Enumerable.Range(1, 30).Select(i => $"Country {i} | {i * 10} EUR").ToList();
        var document = new DocumentSketch().Heading(1, "Rates").Paragraph("Day rates:").Table("Country | Day rate", rows).Paragraph("Rates are reviewed yearly.").Build();

        var cuts = Cut(document);
        var table = cuts.Where(c => c.TableHeader is not null).ToList();

        table.Count.ShouldBeGreaterThan(1);
        table.ShouldAllBe(c => c.TableHeader == "Country | Day rate");
        table.SelectMany(c => TextOf(document, c).Split('\n')).ShouldBe(rows);
        cuts.Where(c => c.TableHeader is null).Select(c => TextOf(document, c)).ShouldBe(["Day rates:", "Rates are reviewed yearly."]);
    }

    [Fact]
    public void Cut_TwoTablesInARow_KeepsTheirHeadersApart()
    {
        var document = new DocumentSketch().Table("A | B", "1 | 2").Table("C | D", "3 | 4").Build();

        Cut(document).Select(c => $"{c.TableHeader}: {TextOf(document, c)}").ShouldBe(["A | B: 1 | 2", "C | D: 3 | 4"]);
    }

    [Fact]
    public void Cut_HeaderWithoutRows_IsText()
    {
        var document = new DocumentSketch().Heading(1, "Rates").Add(BlockKind.TableHeader, "Country | Day rate").Build();

        Cut(document).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            c => TextOf(document, c).ShouldBe("Country | Day rate"),
            c => c.TableHeader.ShouldBeNull());
    }

    [Fact]
    public void Cut_SmallSiblingSections_ShareAPassageWithTheirHeadings()
    {
        var document = new DocumentSketch()
            .Heading(1, "FAQ")
            .Heading(2, "May I?").Paragraph("Yes.")
            .Heading(2, "Must I?").Paragraph("No.")
            .Build();

        var cut = Cut(document).ShouldHaveSingleItem();

        TextOf(document, cut).ShouldBe("May I?\n\nYes.\n\nMust I?\n\nNo.");
        cut.HeadingPath.ShouldBe(["FAQ"]);
    }

    [Fact]
    public void Cut_SmallSectionsOnTwoPages_StayApart()
    {
        var sketch = new DocumentSketch { Page = 1 }.Heading(2, "May I?").Paragraph("Yes.");
        sketch.Page = 2;
        var document = sketch.Heading(2, "Must I?").Paragraph("No.").Build();

        Cut(document).Select(c => c.Page).ShouldBe([1, 2]);
    }

    [Fact]
    public void Cut_LineThatEndsInAColon_StaysWithItsList()
    {
        var document = new DocumentSketch()
            .Paragraph(Long)
            .Paragraph("You need:")
            .Add(BlockKind.ListItem, "a badge with a photograph, and")
            .Add(BlockKind.ListItem, "the signed form.")
            .Build();

        Cut(document).Select(c => TextOf(document, c)).ShouldContain(t => t.StartsWith("You need:\n\na badge", StringComparison.Ordinal));
    }

    [Fact]
    public void Cut_HeadingsOnly_LosesNothing()
    {
        var document = new DocumentSketch().Heading(1, "Network").Heading(2, "Hamburg").Heading(2, "Valencia").Build();

        Cut(document).Select(c => TextOf(document, c)).ShouldBe(["Hamburg\n\nValencia"]);
    }

    [Fact]
    public void Cut_EmptyDocument_GivesNothing() => Cut(new ExtractedDocument(null, "", [])).ShouldBeEmpty();

    private static IReadOnlyList<PassageCut> Cut(ExtractedDocument document) =>
        new PassageCutter(new SentenceSplitter(), Options.Create(new IngestionOptions { PassageCharacters = Target })).Cut(document);

    private static string TextOf(ExtractedDocument document, PassageCut cut) => document.Text.Substring(cut.Start, cut.Length);
}
