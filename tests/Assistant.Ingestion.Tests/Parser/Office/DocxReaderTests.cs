using Assistant.Ingestion.Tests.Doubles;

namespace Assistant.Ingestion.Tests.Parser.Office;

public sealed class DocxReaderTests
{
    [Fact]
    public void Read_Headings_ComeFromTheNameAndAncestryOfStyles() =>
        Read(OfficeFiles.Paragraph("One", "Berschrift1"), OfficeFiles.Paragraph("Two", "Mine"), OfficeFiles.Paragraph("Text"), OfficeFiles.Paragraph("One ........ 1", "TOC1"))
            .ShouldBe(["H1 One", "H2 Two", "P Text"]);

    [Fact]
    public void Read_TrackedChanges_AreReadAsAccepted() =>
        Read("<w:p><w:r><w:t xml:space='preserve'>Keep </w:t></w:r><w:del w:author='x'><w:r><w:delText>old</w:delText></w:r></w:del><w:ins w:author='x'><w:r><w:t>new</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>")
            .ShouldBe(["P Keep new"]);

    [Fact]
    public void Read_Numbering_IsCountedAsWordDoes()
    {
        const string Numbering = "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl><w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%1%2)'/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText w:val='o'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num>";
        var body = string.Concat(Item("a", 1, 0), Item("b", 1, 1), Item("c", 1, 1), Item("d", 1, 0), Item("e", 1, 1), Item("f", 2, 0));

        TestReader.Read("a.docx", OfficeFiles.Docx(body, Numbering)).Lines().ShouldBe(["LI 1. a", "LI 1a) b", "LI 1b) c", "LI 2. d", "LI 2a) e", "LI f"]);

        static string Item(string text, int list, int level) => $"<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";
    }

    [Fact]
    public void Read_MergedCells_AreRepeated_AndMarkedHeaderIsHeader() =>
        Read(
            "<w:tbl>"
            + "<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p><w:r><w:t>Site</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Days</w:t></w:r></w:p></w:tc></w:tr>"
            + "<w:tr><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr><w:p><w:r><w:t>Leeds</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>26</w:t></w:r></w:p></w:tc></w:tr>"
            + "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>27</w:t></w:r></w:p></w:tc></w:tr></w:tbl>")
            .ShouldBe(["TH Site | Days", "TR Leeds | 26", "TR Leeds | 27"]);

    [Fact]
    public void Read_Footnote_FollowsItsParagraph() =>
        TestReader.Read("a.docx", OfficeFiles.Docx(
            "<w:p><w:r><w:t>Rule</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>" + OfficeFiles.Paragraph("Next"),
            footnotesXml: "<w:footnote w:id='2'><w:p><w:r><w:t>Exception</w:t></w:r></w:p></w:footnote>")).Lines().ShouldBe(["P Rule", "NOTE Exception", "P Next"]);

    [Fact]
    public void Read_AttributeThatTheStandardForbids_CountsAsMissing() =>
        Read("<w:tbl><w:tr><w:trPr><w:tblHeader w:val='yes please'/></w:trPr><w:tc><w:p><w:pPr><w:outlineLvl w:val='x'/></w:pPr><w:r><w:t>A</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>B</w:t></w:r></w:p></w:tc></w:tr></w:tbl>")
            .ShouldBe(["TR A | B"]);

    [Fact]
    public void Read_Sample_LeavesCommentsAndFootersOut()
    {
        var text = TestReader.ReadSample("hr/remote-work-policy.v2.docx").Text;

        text.ShouldContain("up to three days per week");
        text.ShouldNotContain("Page");
    }

    private static IReadOnlyList<string> Read(params string[] body) => TestReader.Read("a.docx", OfficeFiles.Docx(string.Concat(body))).Lines();
}
