using Assistant.Core.Documents;
using Assistant.Ingestion.Tests.Doubles;

namespace Assistant.Ingestion.Tests.Parser.Pdf;

public sealed class PdfReaderTests
{
    private static readonly string[] Body =
    [
        "The employee tells the manager on the first day of the absence and sends the certi-",
        "ficate on the third day at the latest. Nobody has to name the illness. The manager en-",
        "ters the absence in the system on the same day and informs the team about the length.",
    ];

    [Fact]
    public void Read_WrappedLines_AreOneParagraphWithWholeWords() =>
        TestReader.Read("a.pdf", new PdfFile().Lines(70, 700, Body).Lines(70, 640, "Second paragraph of the page, which is short.").Build()).Lines().ShouldBe(
        [
            "P The employee tells the manager on the first day of the absence and sends the certificate on the third day at the latest. Nobody has to name the illness. The manager enters the absence in the system on the same day and informs the team about the length.",
            "P Second paragraph of the page, which is short.",
        ]);

    [Fact]
    public void Read_Headings_AreLargerOrBold() =>
        TestReader.Read("a.pdf", new PdfFile().Text(70, 780, "Sick leave", 18).Text(70, 740, "1 Reporting", 14).Lines(70, 715, Body).Text(70, 665, "Details", isBold: true).Lines(70, 650, Body).Build())
            .Lines().Where(l => l[0] == 'H').ShouldBe(["H1 Sick leave", "H2 1 Reporting", "H3 Details"]);

    [Fact]
    public void Read_TwoColumns_AreReadOneAfterTheOther()
    {
        string[] left = ["The left column tells of leaving", "and of how long before the day", "somebody has to say so, in a", "letter that is signed and sent", "by post to the office in Leeds."];
        string[] right = ["The right column is of joining,", "of what to bring on a first day,", "where to park, whom to ask and", "which of the many forms to fill", "in before the badge is printed."];

        var text = TestReader.Read("a.pdf", new PdfFile().Lines(60, 700, left).Lines(320, 695, right).Build()).Text;

        text.ShouldBe($"{string.Join(' ', left)}\n\n{string.Join(' ', right)}");
    }

    [Fact]
    public void Read_RunningHeadersAndPageNumbers_AreRemoved()
    {
        var file = new PdfFile();
        for (var page = 1; page <= 3; page++)
        {
            file.Text(70, 810, "Halden Instruments, internal", 8).Lines(70, 700, Body).Text(280, 30, $"Page {page} of 3", 8);
            _ = page < 3 ? file.NextPage() : file;
        }

        var document = TestReader.Read("a.pdf", file.Build());

        document.Text.ShouldNotContain("internal");
        document.Text.ShouldNotContain("of 3");
        document.Blocks.Select(b => b.Page).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void Read_SentenceOverAPageBreak_IsWhole() =>
        TestReader.Read("a.pdf", new PdfFile().Lines(70, 700, Body[..2]).NextPage().Lines(70, 780, Body[2..]).Build()).Lines()
            .ShouldHaveSingleItem().ShouldContain("The manager enters the absence");

    [Fact]
    public void Read_DrawnTable_HasRowsWithWholeCells()
    {
        var file = new PdfFile();
        foreach (var height in new[] { 700.0, 680, 650, 630 })
        {
            file.Line(60, height, 400, height);
        }

        foreach (var left in new[] { 60.0, 160, 280, 400 })
        {
            file.Line(left, 630, left, 700);
        }

        file.Text(65, 686, "Topic").Text(165, 686, "Leeds").Text(285, 686, "Hamburg")
            .Text(65, 668, "Second parent,").Text(65, 656, "paid leave").Text(165, 668, "6 weeks").Text(285, 668, "10 working days at").Text(285, 656, "full pay")
            .Text(65, 636, "Other").Text(165, 636, "none").Text(285, 636, "none");

        TestReader.Read("a.pdf", file.Build()).Lines().ShouldBe(["TH Topic | Leeds | Hamburg", "TR Second parent, paid leave | 6 weeks | 10 working days at full pay", "TR Other | none | none"]);
    }

    [Fact]
    public void Read_PageBorder_IsNoTable()
    {
        var file = new PdfFile().Lines(70, 700, Body);
        foreach (var (height, left) in new[] { (20.0, 20.0), (820, 300), (820, 575) })
        {
            file.Line(20, height, 575, height).Line(left, 20, left, 820);
        }

        Reader(file).ShouldHaveSingleItem().ShouldStartWith("P The employee");
    }

    [Fact]
    public void Read_LargeBullets_AreNoHeadings() =>
        Reader(new PdfFile().Text(70, 780, "Rules", 16).Text(70, 750, "\u2022", 13).Text(90, 750, "Wear the badge", 13).Text(70, 730, "\u2022", 13).Text(90, 730, "Lock the door", 13).Lines(70, 700, Body).Lines(70, 650, Body).Lines(70, 600, Body))
            .Take(3).ShouldBe(["H1 Rules", "LI Wear the badge", "LI Lock the door"]);

    [Fact]
    public void Read_AlignedTable_HasRows()
    {
        var file = new PdfFile().Lines(70, 760, Body);
        string[][] rows = [["Class", "Deviation", "Hysteresis"], ["S", "0.040 %", "0.015 %"], ["A", "0.075 %", "0.030 %"], ["B", "0.150 %", "0.060 %"]];
        for (var i = 0; i < rows.Length; i++)
        {
            file.Text(70, 690 - (14 * i), rows[i][0]).Text(200, 690 - (14 * i), rows[i][1]).Text(330, 690 - (14 * i), rows[i][2]);
        }

        TestReader.Read("a.pdf", file.Build()).Lines().Skip(1).ShouldBe(["TH Class | Deviation | Hysteresis", "TR S | 0.040 % | 0.015 %", "TR A | 0.075 % | 0.030 %", "TR B | 0.150 % | 0.060 %"]);
    }

    [Fact]
    public void Read_SampleTableOverTwoPages_IsOneTable()
    {
        var document = TestReader.ReadSample("hr/parental-leave.pdf");

        document.Lines().Count(l => l == "TH Step | Who | When").ShouldBe(1);
        document.Lines().ShouldContain("TR Tell the manager or HR | Employee | when ready; for Leeds not later than the 15th week before birth");
        document.Text.ShouldNotContain("Page 1 of 3");
    }

    private static IReadOnlyList<string> Reader(PdfFile file) => TestReader.Read("a.pdf", file.Build()).Lines();

    [Fact]
    public void Read_PageWithoutText_IsRefusedWithAdvice()
    {
        var scan = new PdfFile().Line(10, 10, 500, 500).Build();

        TestReader.Failure("a.pdf", scan).ShouldBe(ParseFailure.NoText);
        TestReader.Message("a.pdf", scan)!.ShouldContain("OCR");
    }
}
