using Assistant.Ingestion.Tests.Doubles;

namespace Assistant.Ingestion.Tests.Parser.Office;

public sealed class XlsxReaderTests
{
    private const string Styles = "<numFmts count='2'><numFmt numFmtId='164' formatCode='#,##0.00 \"EUR\"'/><numFmt numFmtId='165' formatCode='dd/mm/yyyy'/></numFmts><fonts count='2'><font/><font><b/></font></fonts><cellXfs count='6'><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='9'/><xf numFmtId='14'/><xf numFmtId='0' fontId='1'/></cellXfs>";

    [Fact]
    public void Read_Values_AreShownAsTheirCellsShowThem() =>
        TestReader.Read("a.xlsx", XlsxFile.Of(
            "<sheetData><row r='1'><c r='A1' s='1'><v>1234.5</v></c><c r='B1' s='2'><v>46113</v></c><c r='C1' s='3'><v>0.25</v></c><c r='D1' s='4'><v>46113</v></c><c r='E1' t='b'><v>1</v></c><c r='F1'><v>0.30000000000000004</v></c></row></sheetData>",
            Styles)).Lines().ShouldBe(["H1 Sheet", "TR 1,234.50 EUR | 01/04/2026 | 25% | 2026-04-01 | TRUE | 0.3"]);

    [Fact]
    public void Read_TitleAboveTable_IsHeading_AndTablesApartAreTwo() =>
        TestReader.Read("a.xlsx", XlsxFile.Of(
            "<sheetData><row r='1'><c r='A1' s='5' t='inlineStr'><is><t>Bands</t></is></c></row>"
            + "<row r='2'>" + Cells(2, "Band", "Level", "Pay") + "</row><row r='3'>" + Cells(3, "A", "Operator", "x") + "</row>"
            + "<row r='6'>" + Cells(6, "Site", "Lead", "Phone") + "</row><row r='7'>" + Cells(7, "Leeds", "Ann", "y") + "</row></sheetData>",
            Styles)).Lines().ShouldBe(["H1 Sheet", "H2 Bands", "TH Band | Level | Pay", "TR A | Operator | x", "TH Site | Lead | Phone", "TR Leeds | Ann | y"]);

    [Fact]
    public void Read_HiddenSheet_IsLeftOut() =>
        TestReader.Read("a.xlsx", XlsxFile.Of([("Shown", "", XlsxFile.Rows(["a", "b"])), ("Secret", "hidden", XlsxFile.Rows(["c"])), ("Deep", "veryHidden", XlsxFile.Rows(["d"]))]))
            .Lines().ShouldBe(["H1 Shown", "TR a | b"]);

    [Fact]
    public void Read_MergedCells_AreRepeatedWhereAnythingStands() =>
        TestReader.Read("a.xlsx", XlsxFile.Of(
            XlsxFile.Rows(["Country", "City", "Rate"], ["UK", "Leeds", "1 a"], [null, "York", "2 b"]) + "<mergeCells><mergeCell ref='A2:A3'/></mergeCells>"))
            .Lines().ShouldBe(["H1 Sheet", "TH Country | City | Rate", "TR UK | Leeds | 1 a", "TR UK | York | 2 b"]);

    [Fact]
    public void Read_TwoColumnsOfNamesAndValues_HaveNoHeader() =>
        TestReader.Read("a.xlsx", XlsxFile.Of(XlsxFile.Rows(["Owner", "Ann"], ["Valid", "all sites"]))).Lines().ShouldBe(["H1 Sheet", "TR Owner | Ann", "TR Valid | all sites"]);

    [Fact]
    public void Read_CellsFarApart_AreOneShortRow() =>
        TestReader.Read("a.xlsx", XlsxFile.Of("<sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>a</t></is></c><c r='XFD1' t='inlineStr'><is><t>b</t></is></c></row></sheetData><mergeCells><mergeCell ref='A1:A1048576'/></mergeCells>"))
            .Lines().ShouldBe(["H1 Sheet", "TR a | b"]);

    [Fact]
    public void Read_Pages_AreSheets() =>
        TestReader.Read("a.xlsx", XlsxFile.Of([("One", "", XlsxFile.Rows(["a"])), ("Two", "", XlsxFile.Rows(["b"]))])).Blocks.Select(b => b.Page).ShouldBe([1, 1, 2, 2]);

    private static string Cells(int row, params string[] texts) =>
        string.Concat(texts.Select((t, i) => $"<c r='{(char)('A' + i)}{row}' t='inlineStr'><is><t>{t}</t></is></c>"));
}
