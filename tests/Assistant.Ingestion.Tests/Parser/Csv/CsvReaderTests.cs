using Assistant.Ingestion.Tests.Doubles;

namespace Assistant.Ingestion.Tests.Parser.Csv;

public sealed class CsvReaderTests
{
    [Theory]
    [InlineData("Code,Meaning\nE1,\"Hot, \"\"very\"\"\"\nE2,Cold")]
    [InlineData("Code;Meaning\nE1;\"Hot, \"\"very\"\"\"\nE2;Cold")]
    [InlineData("Code\tMeaning\nE1\tHot, \"very\"\nE2\tCold")]
    [InlineData("sep=;\nCode;Meaning\nE1;\"Hot, \"\"very\"\"\"\nE2;Cold")]
    public void Read_Delimiter_IsDetected(string content) =>
        TestReader.Read("a.csv", content).Lines().ShouldBe(["TH Code | Meaning", "TR E1 | Hot, \"very\"", "TR E2 | Cold"]);

    [Fact]
    public void Read_InconsistentRows_AreKept() =>
        TestReader.Read("a.csv", "a,b,c\n1,2\n1,2,3,4\n,x,y").Lines().ShouldBe(["TH a | b | c", "TR 1 | 2", "TR 1 | 2 | 3 | 4", "TR  | x | y"]);

    [Fact]
    public void Read_LineBreakInCell_StaysInItsRow() =>
        TestReader.Read("a.csv", "a,b\n\"one\ntwo\",3").Lines().ShouldBe(["TH a | b", "TR one two | 3"]);

    [Fact]
    public void Read_NumbersOnly_HasNoHeader() => TestReader.Read("a.csv", "1,2\n3,4").Lines().ShouldBe(["TR 1 | 2", "TR 3 | 4"]);
}
