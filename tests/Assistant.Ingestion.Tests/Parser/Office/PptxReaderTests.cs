using Assistant.Ingestion.Tests.Doubles;

namespace Assistant.Ingestion.Tests.Parser.Office;

public sealed class PptxReaderTests
{
    [Fact]
    public void Read_Sample_HasTitlesTablesBulletsAndNotesPerSlide()
    {
        var document = TestReader.ReadSample("it/network-overview.pptx");

        document.Lines().Take(2).ShouldBe(["H1 Halden network overview", "P Infrastructure team, as of October 2026. Confidential, IT team only\nSamira Dole, Network Engineer"]);
        document.Lines().ShouldContain("LI Not a configuration source: the truth is in the network repository");
        document.Lines().ShouldContain("TH VLAN | Name | Use | Reaches");
        document.Lines().ShouldContain("TR 666 | GUEST | Visitors | Internet only");
        document.Lines().ShouldContain(l => l.StartsWith("NOTE We tested failover on 12 September 2026", StringComparison.Ordinal));
        document.Blocks.Single(b => document.Text.Substring(b.Start, b.Length) == "Segments").Page.ShouldBe(5);
    }
}
