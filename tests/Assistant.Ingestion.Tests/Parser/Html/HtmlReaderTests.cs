using System.Text;
using Assistant.Ingestion.Tests.Doubles;

namespace Assistant.Ingestion.Tests.Parser.Html;

public sealed class HtmlReaderTests
{
    [Fact]
    public void Read_Page_IsItsMainContent()
    {
        var document = TestReader.Read(
            "a.html",
            """
            <html><head><title>Card guide</title><style>p{color:red}</style></head><body>
            <nav>Home</nav><header>Intranet</header>
            <main><h1>Corporate card</h1><p>Pay with <b>it</b>.<br>Keep
            receipts.</p><script>x()</script><p hidden>a</p><p style="display: none">b</p><div aria-hidden="true">c</div>
            <ol start="3"><li>Sign<ul><li>here</li></ul></li><li>Send</li></ol><pre>code
              here</pre></main><footer>Imprint</footer></body></html>
            """);

        document.Title.ShouldBe("Card guide");
        document.Lines().ShouldBe(["H1 Corporate card", "P Pay with it.\nKeep receipts.", "LI 3. Sign", "LI here", "LI 4. Send", "CODE code\n  here"]);
    }

    [Fact]
    public void Read_MergedCells_AreRepeatedWhereTheyReach() =>
        TestReader.Read(
            "a.html",
            "<table><caption>Rates</caption><tr><th>Country</th><th>City</th><th colspan=2>Rate</th></tr>"
            + "<tr><td rowspan=2>UK</td><td>London</td><td>44</td><td>22</td></tr><tr><td>Leeds</td><td colspan=2>36</td></tr><tr><td colspan=4>Others on request</td></tr></table>").Lines().ShouldBe(
        [
            "P Rates",
            "TH Country | City | Rate | Rate",
            "TR UK | London | 44 | 22",
            "TR UK | Leeds | 36 | 36",
            "TR Others on request",
        ]);

    [Fact]
    public void Read_DescriptionList_KeepsTermAndDescriptionTogether() =>
        TestReader.Read("a.html", "<dl><dt>P1<dd>All sites down<dt>P2<dd>One site<dd>or one team</dl>").Lines().ShouldBe(["LI P1: All sites down", "LI P2: One site", "LI or one team"]);

    [Fact]
    public void Read_LayoutTable_IsNoTable() =>
        TestReader.Read("a.html", "<table><tr><td><h1>Big</h1><table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table></td></tr></table>").Lines().ShouldBe(["H1 Big", "TH A | B", "TR 1 | 2"]);

    [Fact]
    public void Read_DeclaredEncoding_IsFollowed() =>
        TestReader.Read("a.html", [.. "<meta charset=iso-8859-2><p>"u8, 0xB3, .. "</p>"u8]).Text.ShouldBe("ł");

    [Fact]
    public void Read_CellWithPipe_DoesNotLookLikeTwoCells() =>
        TestReader.Read("a.html", "<table><tr><th>A</th><th>B</th></tr><tr><td>x | y</td><td>2</td></tr></table>").Lines().ShouldContain("TR x / y | 2");

    [Fact]
    public void Read_TenThousandNestedElements_IsReadOrRefused()
    {
        var html = new StringBuilder().Insert(0, "<div>", 10_000).Append("deep").ToString();

        TestReader.Failure("a.html", Encoding.UTF8.GetBytes(html)).ShouldBeOneOf(null, Assistant.Core.Documents.ParseFailure.Damaged);
    }
}
